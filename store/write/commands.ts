/**
 * The only way in which a person changes the record: one transaction in the process that the person uses. Works while
 * Temporal is down: what workflows must hear waits in the outbox.
 */
import type {
  Command,
  ObligationCommand,
  Outcome,
  PlanCommand,
  Refused,
  RoundCommand,
  Seen,
  YearCommand,
} from '../../domain/command.ts';
import { roundOf } from '../../domain/obligation/obligation.ts';
import { lockObligations, lockRound, lockYearOf } from '../db/locks.ts';
import type { Db, Pool } from '../db/pool.ts';
import { atOnce, inTransaction } from '../db/transaction.ts';
import { findObligation } from '../read/obligations.ts';
import { authorOf } from '../read/submissions.ts';
import { entriesByOthers, type Trail } from '../read/trail.ts';
import { lockDraft } from '../visit/drafts.ts';
import { appendEntry, contentHash, printable, targetOf, unprintableText } from './chain.ts';
import { applyToObligation } from './commands/obligation.ts';
import { applyToPlan } from './commands/plan.ts';
import { applyToRound } from './commands/round.ts';
import { applyToYear } from './commands/year.ts';

/** The result of one of the four kinds of command. */
type Applied = { readonly outcome: Outcome; readonly subject: string };

/**
 * The same id with the same content returns the first outcome again, also a refusal; with other content it is refused.
 * A refusal is recorded and changes nothing else.
 */
export const applyCommand = (pool: Pool, command: Command): Promise<Outcome> =>
  inTransaction(pool, async (tx) => {
    await lock(tx, command);
    // Behind the locks: of two equal ids at once, the second sees the first.
    const earlier = await findOutcome(tx, command);
    if (earlier) return earlier;
    const obligation = 'obligation' in command ? command.obligation : null;
    const { outcome, subject } =
      unprintable(command) ?? (await tooLate(tx, command)) ?? (await apply(tx, command));
    await appendEntry(tx, { command: printable(command), subject, obligation, outcome });
    return outcome;
  });

async function lock(tx: Db, command: Command): Promise<void> {
  if ('obligation' in command) {
    await atOnce([
      lockRound(tx, roundOf(command.obligation), 'shared'),
      lockObligations(tx, [command.obligation]),
    ]);
  } else if ('round' in command) {
    await lockYearOf(tx, command.round);
    await lockRound(tx, command.round, 'alone');
  } else if ('year' in command) {
    await lockObligations(tx, [command.year]);
  } else {
    // An import changes contacts too, and takes the same lock.
    await lockObligations(tx, [`import ${command.plan}`]);
  }
}

const apply = (tx: Db, command: Command): Promise<Applied> => {
  if ('obligation' in command) return applyToObligation(tx, command as ObligationCommand);
  if ('round' in command) return applyToRound(tx, command as RoundCommand);
  if ('year' in command) return applyToYear(tx, command as YearCommand);
  return applyToPlan(tx, command as PlanCommand);
};

/** Refused because others acted after the page was drawn. */
async function tooLate(tx: Db, command: Command): Promise<Applied | null> {
  const subject = subjectOf(command);
  const obligation = 'obligation' in command ? command.obligation : undefined;
  const outcome = await overtaken(tx, command, { subject, ...(obligation && { obligation }) });
  return outcome && { outcome, subject };
}

/** Refused before anything is read or written. */
function unprintable(command: Command): Applied | null {
  const text = unprintableText(command.act);
  if (text === null) return null;
  const start = Array.from(text).slice(0, 20).join('');
  const message = `“${start}”中含有无法显示的控制字符（以�代替），请删去后重新粘贴纯文本。`;
  const outcome = {
    ok: false,
    command: command.id,
    kind: command.act.kind,
    code: 'invalid',
    message,
  } as const;
  return { outcome, subject: subjectOf(command) };
}

async function findOutcome(tx: Db, command: Command): Promise<Outcome | null> {
  const { rows } = await tx.query<{ content_hash: string; outcome: Outcome; kind: string }>(
    `select content_hash, outcome, kind from command where id = $1`,
    [command.id],
  );
  const first = rows[0];
  if (!first) return null;
  return first.content_hash === contentHash(command) ? first.outcome : usedTwice(command);
}

const usedTwice = (command: Command): Refused => ({
  ok: false,
  command: command.id,
  kind: command.act.kind,
  code: 'conflict',
  message: `操作编号“${command.id}”已用于另一项内容；请刷新页面或换一个新编号再提交。`,
});

const subjectOf = (command: Command): string =>
  'obligation' in command ? roundOf(command.obligation) : targetOf(command);

/**
 * Refuses a command when others acted after its page was drawn, and says what they did. Call under the command's locks:
 * of two people at once, the later one hears of the earlier. @returns null when nothing came between
 */
async function overtaken(tx: Db, command: Command, trail: Trail): Promise<Outcome | null> {
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
