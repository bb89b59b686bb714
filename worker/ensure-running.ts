/**
 * At its start a worker sees to it that everything that should run does: a Temporal database that was lost, or a
 * demonstration that was made elsewhere, is made good from what Postgres holds. Running workflows are left alone.
 */

import type { Db } from '../store/db/pool.ts';
import { openRounds } from '../store/read/rounds.ts';
import { unfinishedYears } from '../store/read/years.ts';
import type { Temporal } from './temporal.ts';

export async function ensureRunning(db: Db, temporal: Pick<Temporal, 'start'>): Promise<number> {
  const years = await unfinishedYears(db);
  const rounds = await openRounds(db);
  for (const id of years) await temporal.start('reportingYear', id);
  for (const id of rounds) await temporal.start('reportingRound', id);
  return years.length + rounds.length;
}
