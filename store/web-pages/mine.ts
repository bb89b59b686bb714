/** What one unit has to do with, in every round that has opened. */
import { type Obligation, obligationId } from '../../domain/obligation/obligation.ts';
import type { Round } from '../../domain/round/round.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Db } from '../db/transaction.ts';
import { readEndorsements } from '../endorsements.ts';
import { type ExtensionRequest, readRequests } from '../read/extension-requests.ts';
import { findObligation } from '../read/obligations.ts';
import { roundsOfPlan } from '../read/rounds.ts';

export type MineRow = {
  readonly round: Round;
  readonly obligation: Obligation;
  readonly hasDraft: boolean;
  /** The newest wish for a later date, answered or not. */
  readonly request: ExtensionRequest | null;
  /** The leaders have read the newest version. */
  readonly isEndorsed: boolean;
  /** Why the report was returned last. */
  readonly returned: Returned | null;
};

export type Returned = { readonly reason: string; readonly at: Instant };

/** Newest round first. A plan has a handful of rounds, so each is asked for on its own. */
export async function readMine(db: Db, plan: string, unit: string): Promise<MineRow[]> {
  const rows: MineRow[] = [];
  for (const round of (await roundsOfPlan(db, plan)).toReversed()) {
    if (round.phase !== 'open' && round.phase !== 'signed-off') continue;
    const obligation = await findObligation(db, obligationId(round.id, unit));
    if (!obligation) continue;
    rows.push({
      round,
      obligation,
      hasDraft: await hasDraft(db, obligation.id),
      request: (await readRequests(db, obligation.id)).at(-1) ?? null,
      isEndorsed: (await readEndorsements(db, obligation.id)).some(
        ({ version }) => version === obligation.version,
      ),
      returned: await lastReturn(db, obligation.id),
    });
  }
  return rows;
}

async function hasDraft(db: Db, obligation: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `select 1 from draft where obligation = $1 and content is not null`,
    [obligation],
  );
  return rowCount === 1;
}

export async function lastReturn(db: Db, obligation: string): Promise<Returned | null> {
  const { rows } = await db.query<Returned>(
    `select content->>'reason' as reason, received_at as at from command
      where obligation = $1 and kind = 'return' and (outcome->>'ok')::boolean order by seq desc limit 1`,
    [obligation],
  );
  return rows[0] ?? null;
}
