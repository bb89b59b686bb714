/**
 * What each command does in each state (the table of docs/rules.md), as one pure function. A refusal is an outcome too: it is
 * recorded with its code and sentence, and changes nothing.
 */

import type { Refusal } from '../problem.ts';
import { refuse } from '../problem.ts';
import type { ObligationAct } from './act.ts';
import { addToVersion } from './transition/add-to-version.ts';
import { answerUnit } from './transition/answer-unit.ts';
import type { Change, Situation } from './transition/change.ts';
import { changeDates } from './transition/change-dates.ts';
import { decideHeld } from './transition/decide-held.ts';
import { extensionRequest } from './transition/extension-request.ts';
import { handIn } from './transition/hand-in.ts';
import { recordContact } from './transition/record-contact.ts';
import { resend } from './transition/resend.ts';

export function transition(now: Situation, act: ObligationAct): Change | Refusal {
  if (now.phase === 'cancelled') {
    return refuse(
      'closed',
      `${now.before.round} 已撤销，不再接收任何操作；如系误撤，请重新启动该年度。`,
    );
  }
  if (now.phase === 'planned') {
    return refuse('refused', `${now.before.round} 尚未开启，开启后才能操作。`);
  }
  switch (act.kind) {
    case 'submit':
    case 'record':
    case 'withdraw':
      return handIn(now, act);
    case 'return':
    case 'accept':
    case 'waive':
      return answerUnit(now, act);
    case 'ask-extension':
    case 'refuse-extension':
      return extensionRequest(now, act);
    case 'add-scan':
    case 'endorse':
      return addToVersion(now, act);
    case 'extend':
    case 'withdraw-extension':
      return changeDates(now, act);
    case 'confirm':
    case 'call':
    case 'note':
    case 'remind':
      return recordContact(now, act);
    case 'release':
    case 'dismiss':
    case 'edit-held':
      return decideHeld(now, act);
    case 'resend':
      return resend(now, act);
  }
}
