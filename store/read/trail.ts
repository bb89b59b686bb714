/** The trail of a whole plan: rounds, years, and the plan itself. Read only, newest first. */
import type { Actor, Outcome } from '../../domain/command.ts';
import type { Instant } from '../../domain/time/time.ts';
import { at, type Db } from '../db/transaction.ts';

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
  /** Without this instant itself. */
  readonly to?: Instant | undefined;
  readonly refusedOnly?: boolean;
};

/** Where a page begins: behind this entry. */
export type AuditPlace = { readonly receivedAt: Instant; readonly id: string };

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

/** All that the filter lets through, a slice at a time, for an export. */
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

/** What the filters can be set to. */
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
