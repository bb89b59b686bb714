/** What an import is compared with: told apart by a hash, so that what was shown is what is replaced. */
import { createHash } from 'node:crypto';
import { workCalendarVersion } from './calendars.ts';
import type { Db } from './db/transaction.ts';
import { findPlan, readContacts } from './read/plans.ts';
import { canonical } from './write/chain.ts';

/** Another one as soon as the plan, one of its contacts or the calendar has changed. */
export async function readImportBase(db: Db, plan: string): Promise<string> {
  const version = await findPlan(db, plan);
  const base = {
    plan: version && [version.version, version.hash],
    contacts: await readContacts(db, plan),
    calendar: await workCalendarVersion(db),
  };
  return createHash('sha256').update(canonical(base)).digest('hex');
}
