/** Whom a slot reaches at the moment of sending: the record as it stands now, leaves included. */
import type { Reached } from '../domain/leave.ts';
import type { Slot } from '../domain/policy.ts';
import { reachedOn, roleOf, unitOf } from '../domain/recipient.ts';
import type { Instant } from '../domain/time.ts';
import { readUnitRoster } from '../store/leaves.ts';
import type { Db } from '../store/pool.ts';
import type { Rules } from '../store/rules.ts';

export async function recipientOf(
  db: Db,
  { plan, zone }: Pick<Rules, 'plan' | 'zone'>,
  unit: string,
  slot: Slot,
  now: Instant,
): Promise<Reached | null> {
  const of = unitOf(plan, unit, slot);
  const roster = await readUnitRoster(db, plan.id, of);
  return reachedOn(roster, of, roleOf(slot), zone.dayOf(now));
}
