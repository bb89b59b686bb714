/** The audit trail: one entry per command, also a refused one, chained by hash so that no entry can be changed unseen. */
import { createHash } from 'node:crypto';
import type { Command, Outcome } from '../../domain/command.ts';
import { maskMobilesIn } from '../../domain/people/masked.ts';
import type { Instant } from '../../domain/time/time.ts';
import { at, type Db, write } from '../db/transaction.ts';
import { RECORD_CHANNEL } from '../listen.ts';
import { printable } from '../printable.ts';

export type Entry = {
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

type Row = {
  id: string;
  seq: number;
  kind: string;
  actor: unknown;
  content: unknown;
  received_at: Instant;
  outcome: unknown;
  previous_hash: string;
  hash: string;
  obligation: string | null;
};

/** Walks a subject's chain; returns the number of the first entry that does not fit, or null when all is in order. */
export async function brokenEntry(db: Db, subject: string): Promise<number | null> {
  const { rows } = await db.query<Row>(
    `select id, seq, kind, actor, content, received_at, outcome, previous_hash, hash, obligation
       from command where subject = $1 order by seq`,
    [subject],
  );
  let previous = '';
  for (const [index, row] of rows.entries()) {
    const fits =
      row.seq === index + 1 && row.previous_hash === previous && row.hash === rowHash(subject, row);
    if (!fits) return row.seq;
    previous = row.hash;
  }
  const { rows: ends } = await db.query<{ seq: number; hash: string }>(
    `select seq, hash from chain where subject = $1`,
    [subject],
  );
  const end = ends[0];
  return end && (end.seq !== rows.length || end.hash !== previous) ? rows.length + 1 : null;
}

/**
 * What is done about people's addresses is kept with masked mobiles: an entry is never taken back, also when the person
 * has long left. `contentHash` is of what was really asked, so that a corrected number is not taken for the first one.
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

const rowHash = (subject: string, row: Row): string =>
  hashOf(subject, {
    id: row.id,
    seq: row.seq,
    obligation: row.obligation,
    kind: row.kind,
    actor: row.actor,
    content: row.content,
    receivedAt: row.received_at,
    outcome: row.outcome,
    previousHash: row.previous_hash,
  });

const hashOf = (subject: string, fields: object): string =>
  sha256(canonical({ subject, ...fields }));
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** JSON with sorted keys: jsonb does not keep their order. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
    const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${sorted.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}
