/** A slot resolved to a person, at the moment of sending: who is liaison today gets today's message. */
import type { Contact, Role } from '../domain/plan.ts';
import type { Slot } from '../domain/policy.ts';
import { findContact, readPlan } from '../store/plans.ts';
import type { Db } from '../store/pool.ts';

/** The role in a unit's (or, for officer and office, the bureau's) list of contacts. */
export function roleOf(slot: Slot): Role {
  // A draft for the city government's office is handed over by the bureau's officer.
  return slot === 'office' ? 'officer' : slot;
}

export async function recipientOf(
  db: Db,
  plan: string,
  unit: string,
  slot: Slot,
): Promise<Contact | null> {
  const atBureau = slot === 'officer' || slot === 'office';
  const of = atBureau ? (await readPlan(db, plan)).plan.bureau.unit : unit;
  return findContact(db, plan, of, roleOf(slot));
}

/** Lower case for e-mail, so that two spellings of one mailbox are one person. */
export const addressIn = (contact: Contact, channel: 'email' | 'sms'): string | null =>
  channel === 'sms' ? contact.mobile : (contact.email?.toLowerCase() ?? null);
