/** The newest of what was done, so that a page can say what others did since it was opened. */
import type { Actor } from '../../domain/command.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Db } from '../db/transaction.ts';

/** A round's or year's whole trail, or only what concerns one obligation of it. */
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

/** What was done, refusals left out, oldest first. */
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

/** What a judgement has not seen; one's own deeds one knows. */
export async function entriesByOthers(
  db: Db,
  trail: Trail,
  seq: number,
  own: string,
): Promise<TrailEntry[]> {
  return (await entriesSince(db, trail, seq)).filter(({ actor }) => actor.name !== own);
}

/** What a command came to, for the page that follows it; of this trail only. */
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
