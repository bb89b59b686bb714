/** return, accept and waive: the bureau's decision about a report, or about a missing one. */

import { type Refusal, refuse } from '../../problem.ts';
import { fullDate } from '../../time/dates-in-words.ts';
import type { ObligationAct } from '../act.ts';
import { isOutstanding } from '../obligation.ts';
import {
  answered,
  type Change,
  changed,
  closedBySignOff,
  recorded,
  type Situation,
} from './change.ts';

type AnswerAct = Extract<ObligationAct, { kind: 'return' | 'accept' | 'waive' }>;

export function answerUnit(now: Situation, act: AnswerAct): Change | Refusal {
  if (now.phase === 'signed-off') return closedBySignOff(now.before.round);
  if (act.kind === 'waive') return waive(now, act.reason);
  const refused = nothingToJudge(now) ?? superseded(now, act.version);
  if (refused) return refused;
  return act.kind === 'accept' ? accept(now) : sendBack(now, act);
}

/** Refuses a decision on another version than the newest. */
function superseded(now: Situation, version: number): Refusal | null {
  const { before } = now;
  if (version > before.version) {
    return refuse('invalid', `没有第${version}版；${before.unitName}最新为第${before.version}版。`);
  }
  if (version < before.version) {
    return refuse(
      'superseded',
      `您看的是第${version}版，${before.unitName}已报来第${before.version}版；请看过新版再定。`,
    );
  }
  return null;
}

function nothingToJudge({ before }: Situation): Refusal | null {
  if (before.state === 'waived')
    return refuse('refused', `${before.unitName}本期已免报，无材料可审。`);
  if (isOutstanding(before.state)) return refuse('refused', `${before.unitName}没有待审的材料。`);
  return null;
}

function accept({ before }: Situation): Change {
  if (before.state === 'accepted')
    return recorded(before, `${before.unitName}的材料此前已审核通过。`);
  return {
    ok: true,
    after: changed(before, { state: 'accepted' }),
    message: `${before.unitName}第${before.version}版材料审核通过。`,
    steps: [],
    reportChanged: false,
  };
}

function sendBack(now: Situation, act: Extract<AnswerAct, { kind: 'return' }>): Change | Refusal {
  const { before, rules } = now;
  if (act.reason.trim() === '') return refuse('invalid', '退回须写明原因，请说明需要补充什么。');
  const due = rules.dueOn(act.until);
  if (due.at <= now.receivedAt) {
    return refuse('invalid', `${fullDate(act.until)}已过；补充材料的期限请定在今天或以后。`);
  }
  const cycle = before.cycle + 1;
  const after = changed(before, {
    state: 'returned',
    cycle,
    cycleKind: 'returned',
    cycleFrom: now.receivedAt,
    due,
    // The new date is not an extension that could be withdrawn.
    dueBeforeExtension: null,
    promisedOn: null,
  });
  return {
    ok: true,
    after,
    message: `已退回${before.unitName}第${before.version}版材料，请其于${fullDate(act.until)}前补充；按期报送记录不变。`,
    steps: before.own ? [] : [{ key: `returned-${before.version}`, kind: 'returned' }],
    reportChanged: true,
  };
}

function waive(now: Situation, reason: string): Change | Refusal {
  const { before } = now;
  if (reason.trim() === '') return refuse('invalid', '免报须写明原因。');
  if (before.state === 'waived') return recorded(before, `${before.unitName}本期此前已免报。`);
  if (before.state === 'submitted') {
    return refuse('refused', `${before.unitName}已报送材料；如仍要免报，请先退回。`);
  }
  if (before.state === 'accepted')
    return refuse('refused', `${before.unitName}的材料已审核通过，无须免报。`);
  return {
    ok: true,
    after: changed(before, { state: 'waived', waivedReason: reason, promisedOn: null }),
    message: `${before.unitName}本期免报：${reason}`,
    ...answered(now, '本期免报'),
    steps: [],
    reportChanged: true,
  };
}
