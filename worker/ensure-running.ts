/**
 * When a worker starts, it starts every workflow that the record says should run: the Temporal database may be lost, or
 * a demonstration may have been made elsewhere. Running workflows are left alone.
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
