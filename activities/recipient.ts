/** Whom a slot reaches at the moment of sending: the record as it stands now, leaves included. */
import type { Reached } from '../domain/people/leave.ts';
import { type Roster, reachedOn, roleOf, unitOf } from '../domain/people/recipient.ts';
import type { Slot } from '../domain/plan/policy.ts';
import type { Instant } from '../domain/time/time.ts';
import type { Db } from '../store/db/pool.ts';
import { readUnitRoster } from '../store/read/contacts.ts';
import type { Rules } from '../store/read/plans.ts';

/** @param known of `unit`, when it has been read already */
export async function recipientOf(
  db: Db,
  { plan, zone }: Pick<Rules, 'plan' | 'zone'>,
  unit: string,
  slot: Slot,
  now: Instant,
  known?: Roster,
): Promise<Reached | null> {
  const of = unitOf(plan, unit, slot);
  const roster = known && of === unit ? known : await readUnitRoster(db, plan.id, of);
  return reachedOn(roster, of, roleOf(slot), zone.dayOf(now));
}
