/** Appends to the audit trail: one entry for each command, refused ones included, chained by hash. */
import type { Command, Outcome } from '../../domain/command.ts';
import { maskMobilesIn } from '../../domain/people/masked.ts';
import { at, type Db } from '../db/pool.ts';
import { write } from '../db/transaction.ts';
import { canonical, hashOf, RECORD_CHANNEL, sha256 } from '../read/trail.ts';

type Entry = {
  readonly command: Command;
  readonly subject: string;
  readonly obligation: string | null;
  readonly outcome: Outcome;
};

export const contentHash = (command: Command): string =>
  sha256(
    canonical(printable({ actor: command.actor, act: command.act, target: targetOf(command) })),
  );

export const targetOf = (command: Command): string => {
  if ('obligation' in command) return command.obligation;
  if ('round' in command) return command.round;
  return 'year' in command ? command.year : command.plan;
};

/** Takes the next number of the subject's chain (a row lock until the commit) and appends the entry. */
export async function appendEntry(tx: Db, entry: Entry): Promise<void> {
  const { command, subject, outcome } = entry;
  const first = `insert into chain (subject, seq, hash) values ($1, 0, '') on conflict do nothing`;
  await write(tx, first, [subject]);
  const { rows } = await tx.query<{ seq: number; hash: string }>(
    `select seq, hash from chain where subject = $1 for update`,
    [subject],
  );
  const previous = rows[0] ?? { seq: 0, hash: '' };
  const seq = previous.seq + 1;
  const content = keptOf(command);
  const hash = entryHash({ ...entry, content, seq, previousHash: previous.hash });
  await write(
    tx,
    `insert into command (id, subject, seq, obligation, kind, actor, content, content_hash, received_at, outcome,
                          previous_hash, hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      command.id,
      subject,
      seq,
      entry.obligation,
      command.act.kind,
      JSON.stringify(command.actor),
      JSON.stringify(content),
      contentHash(command),
      at(command.receivedAt),
      JSON.stringify(outcome),
      previous.hash,
      hash,
    ],
  );
  await write(tx, `update chain set seq = $2, hash = $3 where subject = $1`, [subject, seq, hash]);
  await write(tx, `select pg_notify($1, $2)`, [RECORD_CHANNEL, subject]);
}

/**
 * Commands about people's addresses are stored with masked mobiles: an entry is never deleted, not even when the person
 * has left. `contentHash` covers the original content, so a corrected number counts as another content.
 */
const keptOf = (command: Command): Command['act'] =>
  'plan' in command ? maskMobilesIn(command.act) : command.act;

const entryHash = (
  e: Entry & { content: Command['act']; seq: number; previousHash: string },
): string =>
  hashOf(e.subject, {
    id: e.command.id,
    seq: e.seq,
    obligation: e.obligation,
    kind: e.command.act.kind,
    actor: e.command.actor,
    content: e.content,
    receivedAt: e.command.receivedAt,
    outcome: e.outcome,
    previousHash: e.previousHash,
  });

/**
 * Characters that Postgres cannot store (NUL, half a surrogate pair) or no page can show. A command that contains one
 * is refused; its entry in the audit trail has `�` in their place.
 */
const UNPRINTABLE = /[^\P{Cc}\t\n\r]|\p{Cs}/gu;

/** A copy with every text made printable. */
export const printable = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value, (_, inner: unknown) => (isText(inner) ? clean(inner) : inner)));

/** The first text that is not printable, made printable; null when all are. */
export function unprintableText(value: unknown): string | null {
  if (isText(value)) return clean(value) === value ? null : clean(value);
  if (value === null || typeof value !== 'object') return null;
  for (const inner of Object.values(value)) {
    const found = unprintableText(inner);
    if (found !== null) return found;
  }
  return null;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const clean = (text: string): string => text.replace(UNPRINTABLE, '�');
