/** What a unit has typed and not handed in. No command: it is nobody's word yet (docs/decisions/0014). */
import type { Instant } from '../domain/time.ts';
import { at, type Db } from './pool.ts';

export type Draft = {
  /** Rises with every save; what a page must know to save over it. */
  readonly rev: number;
  readonly content: unknown;
  readonly savedAt: Instant;
  readonly savedBy: string;
};

const columns = `rev, content, saved_at as "savedAt", saved_by as "savedBy"`;

export async function readDraft(db: Db, obligation: string): Promise<Draft | null> {
  const { rows } = await db.query<Draft>(`select ${columns} from draft where obligation = $1`, [
    obligation,
  ]);
  return rows[0] ?? null;
}

export type Saved =
  | { readonly ok: true; readonly rev: number }
  /** Somebody else, or another tab, saved meanwhile; null when it was handed in and is gone. */
  | { readonly ok: false; readonly other: Draft | null };

/** @param seen the `rev` the page began with: 0 when there was no draft */
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
  const { rows } =
    seen === 0
      ? await db.query<{ rev: number }>(
          `insert into draft (obligation, rev, content, saved_at, saved_by) values ($1, $2::int + 1, $3, $4, $5)
           on conflict (obligation) do nothing returning rev`,
          values,
        )
      : await db.query<{ rev: number }>(
          `update draft set rev = rev + 1, content = $3, saved_at = $4, saved_by = $5
            where obligation = $1 and rev = $2 returning rev`,
          values,
        );
  const saved = rows[0];
  return saved
    ? { ok: true, rev: saved.rev }
    : { ok: false, other: await readDraft(db, obligation) };
}

/** Handed in, or thrown away by who wrote it. */
export async function dropDraft(tx: Db, obligation: string): Promise<void> {
  await tx.query(`delete from draft where obligation = $1`, [obligation]);
}
