/** What a unit has typed and not handed in. No command: it is nobody's word yet (docs/decisions/0014). */
import type { Instant } from '../../domain/time/time.ts';
import { at, type Db } from '../db/pool.ts';

export type Draft = {
  /** Rises with every save; what a page must know to save over it. */
  readonly rev: number;
  readonly content: unknown;
  readonly savedAt: Instant;
  readonly savedBy: string;
};

const columns = `rev, content, saved_at as "savedAt", saved_by as "savedBy"`;

/** The count goes on when a draft is handed in: `rev` is never that of an earlier draft again. */
export type Kept = { readonly rev: number; readonly draft: Draft | null };

export const readKept = (db: Db, obligation: string): Promise<Kept> => read(db, obligation, '');

export async function readDraft(db: Db, obligation: string): Promise<Draft | null> {
  return (await readKept(db, obligation)).draft;
}

export type Saved =
  | { readonly ok: true; readonly rev: number }
  /** Somebody else, or another tab, saved meanwhile; `draft` is null when it was handed in and is gone. */
  | ({ readonly ok: false } & Kept);

/** @param seen the `rev` the page began with: 0 when nothing was ever typed */
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

/** What is saved at this moment is waited for, and what is saved afterwards builds on what handing in leaves. */
export async function lockDraft(
  tx: Db,
  obligation: string,
  by: string,
  now: Instant,
): Promise<Kept> {
  // A row of its own where nothing was typed yet: a first save has to wait as well.
  await tx.query(
    `insert into draft (obligation, rev, saved_at, saved_by) values ($1, 0, $2, $3) on conflict do nothing`,
    [obligation, at(now), by],
  );
  return read(tx, obligation, 'for update');
}

/** Handed in: the words are gone, the count goes on. */
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
