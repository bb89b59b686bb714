/**
 * What others did since the page was opened on which a command was made: then it is refused, and says what that was.
 * Asked under the command's locks, so that of two people at once the later one is told of the earlier.
 */
import type { Command, ObligationCommand, Outcome, Seen } from '../../domain/command.ts';
import type { Db } from '../db/transaction.ts';
import { findObligation } from '../read/obligations.ts';
import { authorOf } from '../read/submissions.ts';
import { lockDraft } from '../visit/drafts.ts';
import { entriesByOthers, type Trail } from '../web-pages/entries.ts';

/** @returns null when nothing came between */
export async function overtaken(tx: Db, command: Command, trail: Trail): Promise<Outcome | null> {
  const { seen } = command;
  if (seen === undefined) return null;
  const done =
    'entry' in seen
      ? await entriesOf(tx, command, trail, seen.entry)
      : await arrivalsOf(tx, command as ObligationCommand, seen);
  if (done.length === 0) return null;
  return {
    ok: false,
    command: command.id,
    kind: command.act.kind,
    code: 'superseded',
    message: ['在您打开页面之后，情况有变，本次没有受理：', ...done, '请看过后再提交。'].join('\n'),
  };
}

async function entriesOf(tx: Db, { actor }: Command, trail: Trail, seen: number) {
  const entries = await entriesByOthers(tx, trail, seen, actor.name);
  return entries.map((entry) => `${entry.actor.name}：${entry.message}`);
}

async function arrivalsOf(
  tx: Db,
  { obligation: id, actor, receivedAt }: ObligationCommand,
  seen: Exclude<Seen, { readonly entry: number }>,
): Promise<string[]> {
  const obligation = await findObligation(tx, id);
  if (!obligation) return [];
  if (obligation.version !== seen.version) {
    const author = await authorOf(tx, id, obligation.version);
    return [`${author}：已报送第${obligation.version}版材料。`];
  }
  if (seen.draft === undefined) return [];
  const { rev, draft } = await lockDraft(tx, id, actor.name, receivedAt);
  const isTheirs = draft !== null && rev !== seen.draft && draft.savedBy !== actor.name;
  return isTheirs ? [`${draft.savedBy}：保存了草稿。`] : [];
}
