/**
 * What a unit has typed and not handed in. Saving is not a command: a draft is not a statement of the unit yet, so it
 * stays out of the audit trail.
 */
import type { Instant } from '../../domain/time/time.ts';
import { at, type Db } from '../db/pool.ts';

export type Draft = {
  /** Rises with every save; a page must send the one it knows to save. */
  readonly rev: number;
  readonly content: unknown;
  readonly savedAt: Instant;
  readonly savedBy: string;
};

const columns = `rev, content, saved_at as "savedAt", saved_by as "savedBy"`;

/** `rev` goes on rising after a draft is handed in, so it never repeats. */
export type Kept = { readonly rev: number; readonly draft: Draft | null };

export const readKept = (db: Db, obligation: string): Promise<Kept> => read(db, obligation, '');

export async function readDraft(db: Db, obligation: string): Promise<Draft | null> {
  return (await readKept(db, obligation)).draft;
}

export type Saved =
  | { readonly ok: true; readonly rev: number }
  /** Another person or tab saved meanwhile; `draft` is null when it was handed in. */
  | ({ readonly ok: false } & Kept);

/** @param seen the `rev` that the page started with; 0 when nothing was ever typed */
export async function saveDraft(
  db: Db,
  obligation: string,
  seen: number,
  draft: Omit<Draft, 'rev'>,
): Promise<Saved> {
  const values = [
    obligation,
    seen,
    JSON.stringify(draft.content),
    at(draft.savedAt),
    draft.savedBy,
  ];
  const { rows } = await db.query<{ rev: number }>(
    `insert into draft as mine (obligation, rev, content, saved_at, saved_by) values ($1, $2::int + 1, $3, $4, $5)
     on conflict (obligation) do update
       set rev = mine.rev + 1, content = excluded.content, saved_at = excluded.saved_at, saved_by = excluded.saved_by
       where mine.rev = $2
     returning rev`,
    values,
  );
  const saved = rows[0];
  return saved ? { ok: true, rev: saved.rev } : { ok: false, ...(await readKept(db, obligation)) };
}

/** Waits for a save in progress; later saves build on what handing in leaves. */
export async function lockDraft(
  tx: Db,
  obligation: string,
  by: string,
  now: Instant,
): Promise<Kept> {
  // Create the row where nothing was typed yet, so that a first save has to wait as well.
  await tx.query(
    `insert into draft (obligation, rev, saved_at, saved_by) values ($1, 0, $2, $3) on conflict do nothing`,
    [obligation, at(now), by],
  );
  return read(tx, obligation, 'for update');
}

/** After handing in: deletes the content and keeps the count. */
export async function dropDraft(
  tx: Db,
  obligation: string,
  by: string,
  now: Instant,
): Promise<void> {
  await tx.query(
    `insert into draft as mine (obligation, rev, saved_at, saved_by) values ($1, 1, $2, $3)
     on conflict (obligation) do update
       set rev = mine.rev + 1, content = null, saved_at = excluded.saved_at, saved_by = excluded.saved_by`,
    [obligation, at(now), by],
  );
}

async function read(db: Db, obligation: string, lock: '' | 'for update'): Promise<Kept> {
  const { rows } = await db.query<Draft>(
    `select ${columns} from draft where obligation = $1 ${lock}`,
    [obligation],
  );
  const row = rows[0];
  return { rev: row?.rev ?? 0, draft: row && row.content !== null ? row : null };
}
