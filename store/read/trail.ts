/** The audit trail: its entries, what others did since a page was opened, and whether its hash chains are intact. */

import { createHash } from 'node:crypto';
import type { Actor, Outcome } from '../../domain/command.ts';
import type { Instant } from '../../domain/time/time.ts';
import { at, type Db } from '../db/pool.ts';

export type AuditEntry = {
  readonly id: string;
  readonly subject: string;
  readonly seq: number;
  readonly obligation: string | null;
  readonly kind: string;
  readonly actor: Actor;
  readonly content: Readonly<Record<string, unknown>>;
  readonly receivedAt: Instant;
  readonly outcome: Outcome;
};

export type AuditFilter = {
  readonly subject?: string | undefined;
  readonly unit?: string | undefined;
  readonly kind?: string | undefined;
  readonly actor?: string | undefined;
  readonly from?: Instant | undefined;
  /** Exclusive. */
  readonly to?: Instant | undefined;
  readonly refusedOnly?: boolean;
};

/** A page starts behind this entry. */
type AuditPlace = { readonly receivedAt: Instant; readonly id: string };

/** @param behind the last entry of the page before */
export async function readAuditTrail(
  db: Db,
  plan: string,
  filter: AuditFilter,
  { limit, behind }: { readonly limit: number; readonly behind?: AuditPlace | undefined },
): Promise<AuditEntry[]> {
  const { rows } = await db.query<AuditEntry>(
    `select id, subject, seq, obligation, kind, actor, content, received_at as "receivedAt", outcome
       from command
      where (subject = $1 or starts_with(subject, $1 || '/'))
        and ($2::text is null or subject = $2)
        and ($3::text is null or right(obligation, length($3) + 1) = '/' || $3)
        and ($4::text is null or kind = $4)
        and ($5::text is null or actor->>'name' = $5)
        and ($6::timestamptz is null or received_at >= $6)
        and ($7::timestamptz is null or received_at < $7)
        and (not $8 or not (outcome->>'ok')::boolean)
        and ($9::timestamptz is null or (received_at, id) < ($9, $10))
      order by received_at desc, id desc limit $11`,
    [
      plan,
      filter.subject ?? null,
      filter.unit ?? null,
      filter.kind ?? null,
      filter.actor ?? null,
      at(filter.from),
      at(filter.to),
      filter.refusedOnly ?? false,
      at(behind?.receivedAt),
      behind?.id ?? null,
      limit,
    ],
  );
  return rows;
}

const SLICE = 500;

/** All entries that match, read in slices, for an export. */
export async function* allOfAuditTrail(
  db: Db,
  plan: string,
  filter: AuditFilter,
): AsyncGenerator<AuditEntry> {
  for (let behind: AuditPlace | undefined; ; ) {
    const slice = await readAuditTrail(db, plan, filter, { limit: SLICE, behind });
    yield* slice;
    behind = slice.at(-1);
    if (slice.length < SLICE) return;
  }
}

/** The values that the filters offer. */
export async function readAuditChoices(
  db: Db,
  plan: string,
): Promise<{ readonly subjects: string[]; readonly kinds: string[]; readonly actors: string[] }> {
  const { rows } = await db.query<{ subjects: string[]; kinds: string[]; actors: string[] }>(
    `select coalesce(array_agg(distinct subject), '{}') as subjects,
            coalesce(array_agg(distinct kind), '{}') as kinds,
            coalesce(array_agg(distinct actor->>'name'), '{}') as actors
       from command where subject = $1 or starts_with(subject, $1 || '/')`,
    [plan],
  );
  return rows[0] ?? { subjects: [], kinds: [], actors: [] };
}

/** The trail of a round or year, or only the entries about one obligation. */
export type Trail = { readonly subject: string; readonly obligation?: string };

export type TrailEntry = {
  readonly kind: string;
  readonly actor: Actor;
  readonly at: Instant;
  readonly message: string;
};

export async function newestEntry(db: Db, { subject, obligation }: Trail): Promise<number> {
  const { rows } = await db.query<{ seq: number | null }>(
    `select max(seq) as seq from command where subject = $1 and ($2::text is null or obligation = $2)`,
    [subject, obligation ?? null],
  );
  return rows[0]?.seq ?? 0;
}

/** Accepted commands, oldest first. */
async function entriesSince(
  db: Db,
  { subject, obligation }: Trail,
  seq: number,
): Promise<TrailEntry[]> {
  const { rows } = await db.query<TrailEntry>(
    `select kind, actor, received_at as at, outcome->>'message' as message from command
      where subject = $1 and ($2::text is null or obligation = $2) and seq > $3 and (outcome->>'ok')::boolean
      order by seq`,
    [subject, obligation ?? null, seq],
  );
  return rows;
}

/** What somebody judging a report has not seen. Their own commands do not count. */
export async function entriesByOthers(
  db: Db,
  trail: Trail,
  seq: number,
  own: string,
): Promise<TrailEntry[]> {
  return (await entriesSince(db, trail, seq)).filter(({ actor }) => actor.name !== own);
}

/** The message of an accepted command of this trail, for the page shown after it. */
export async function findOutcomeMessage(
  db: Db,
  trail: Trail,
  command: string,
): Promise<string | null> {
  const { rows } = await db.query<{ message: string }>(
    `select outcome->>'message' as message from command
      where id = $1 and subject = $2 and ($3::text is null or obligation = $3) and (outcome->>'ok')::boolean`,
    [command, trail.subject, trail.obligation ?? null],
  );
  return rows[0]?.message ?? null;
}

/** NOTIFY channel: every new entry, with the round, year or plan it is about, for pages that show it. */
export const RECORD_CHANNEL = 'cuibao_record';

/** `entry`: the first one that does not fit. */
type Broken = { readonly subject: string; readonly entry: number };

export async function brokenChains(
  db: Db,
): Promise<{ readonly chains: number; readonly broken: readonly Broken[] }> {
  const { rows } = await db.query<{ subject: string }>(
    `select subject from chain order by subject`,
  );
  const broken: Broken[] = [];
  for (const { subject } of rows) {
    const entry = await brokenEntry(db, subject);
    if (entry !== null) broken.push({ subject, entry });
  }
  return { chains: rows.length, broken };
}

type ChainRow = {
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

/** Checks a subject's chain. @returns the number of the first entry that does not fit, or null */
export async function brokenEntry(db: Db, subject: string): Promise<number | null> {
  const { rows } = await db.query<ChainRow>(
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

const rowHash = (subject: string, row: ChainRow): string =>
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

export const hashOf = (subject: string, fields: object): string =>
  sha256(canonical({ subject, ...fields }));
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

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
