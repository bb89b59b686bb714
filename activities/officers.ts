import { officersAmong } from '../domain/people/officers.ts';
import type { Contact } from '../domain/plan/plan.ts';
import type { Db } from '../store/db/pool.ts';
import { readContacts } from '../store/read/contacts.ts';
import { readPlan } from '../store/read/plans.ts';

/** The bureau's officers as they are now, in the order of the roster. */
export async function officersOf(db: Db, plan: string): Promise<Contact[]> {
  const { unit } = (await readPlan(db, plan)).plan.bureau;
  return officersAmong(await readContacts(db, plan), unit);
}
