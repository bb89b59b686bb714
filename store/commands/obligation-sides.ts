/** What stands beside an obligation's own row: files, wishes for a later date, endorsements, held documents. */
import type { FileRef, ObligationAct, ObligationCommand } from '../../domain/command.ts';
import { type Obligation, partsOf } from '../../domain/obligation/obligation.ts';
import type { Change, Refusal, Situation } from '../../domain/obligation/transition/change.ts';
import { extensionTaskText } from '../../domain/texts/asked-tasks.ts';
import type { Db } from '../db/transaction.ts';
import { addEndorsement, readEndorsements } from '../endorsements.ts';
import { addRequest, answerRequest, readRequests } from '../read/extension-requests.ts';
import { readPlan } from '../read/plans.ts';
import { bindFiles, missingFiles } from '../visit/attachments.ts';
import { dropDraft } from '../visit/drafts.ts';
import { editHeld } from '../write/deliveries.ts';
import { addTasks, closeTasks } from '../write/tasks.ts';

/** What a judgement has to know of it. */
export async function sidesOf(
  tx: Db,
  { act, actor }: ObligationCommand,
  before: Obligation,
): Promise<Pick<Situation, 'request' | 'endorsed'>> {
  const requests = await readRequests(tx, before.id);
  const given = act.kind === 'endorse' ? await readEndorsements(tx, before.id) : [];
  return {
    request: requests.find(({ answer }) => answer === null) ?? null,
    endorsed: given.some(({ by, version }) => by === actor.name && version === before.version),
  };
}

/** A command that names files which are gone, or others than it says, is refused as a whole. */
export async function filesProblem(
  tx: Db,
  obligation: string,
  act: ObligationAct,
): Promise<Refusal | null> {
  const named = filesNamed(act);
  const purpose = act.kind === 'add-scan' ? ('scan' as const) : null;
  const missing = named.length === 0 ? [] : await missingFiles(tx, obligation, named, purpose);
  if (missing.length === 0) return null;
  const names = missing.map(({ name }) => `“${name}”`).join('、');
  return {
    ok: false,
    code: 'invalid',
    message: `附件${names}已不在或已改动，没有受理；请刷新页面、核对附件后再提交。`,
  };
}

const filesNamed = (act: ObligationAct): readonly FileRef[] => {
  if (act.kind === 'add-scan') return [act.scan];
  return act.kind === 'submit' || act.kind === 'record' ? (act.attachments ?? []) : [];
};

export async function keepSides(
  tx: Db,
  { receivedAt, actor, act }: ObligationCommand,
  before: Obligation,
  { files, newRequest, requestAnswer, endorsed, document }: Change,
): Promise<void> {
  if (files) await bindFiles(tx, before.id, files.version, files.files);
  if (act.kind === 'submit') await dropDraft(tx, before.id, actor.name, receivedAt);
  if (requestAnswer) {
    await answerRequest(tx, before.id, requestAnswer, receivedAt);
    const which = { obligation: before.id, kinds: ['extension' as const] };
    await closeTasks(tx, which, receivedAt, actor.name);
  }
  if (newRequest) {
    const asked = { at: receivedAt, by: actor.name };
    const number = await addRequest(tx, before.id, newRequest, asked);
    const read = (await readPlan(tx, partsOf(before.id).plan)).plan;
    await addTasks(tx, {
      id: `${before.id}#extension-${number}`,
      round: before.round,
      obligation: before.id,
      delivery: null,
      kind: 'extension',
      text: extensionTaskText(read, { ...newRequest, unitName: before.unitName }),
      since: receivedAt,
    });
  }
  if (endorsed !== undefined) {
    await addEndorsement(tx, before.id, { version: endorsed, by: actor.name, at: receivedAt });
  }
  if (document) await editHeld(tx, document.key, document.document);
}
