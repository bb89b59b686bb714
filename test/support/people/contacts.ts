/** The shipped plan cut down to a few units and one round in 2018: the same rules, texts and dates, little work. */
import type { Contact, Plan, Role } from '../../../domain/plan/plan.ts';
import { shippedPlan } from '../../../rehearsal/shipped-plan.ts';

/** The same plan with another entry in its list of contacts. */
export const withContact = (
  plan: Plan,
  unit: string,
  role: Role,
  change: Partial<Pick<Contact, 'name' | 'email' | 'mobile'>>,
): Plan => ({
  ...plan,
  contacts: plan.contacts.map((contact) =>
    contact.unit === unit && contact.role === role ? { ...contact, ...change } : contact,
  ),
});

/** @throws Error when the plan has none: a test that asks for an address means one that is there */
export function contactOf(plan: Plan, unit: string, role: Role): Contact & { email: string } {
  const contact = plan.contacts.find((one) => one.unit === unit && one.role === role);
  if (!contact?.email) throw new Error(`${unit} has no ${role} with an e-mail address`);
  return { ...contact, email: contact.email };
}

export function addressOf(unit: string, role: Role): string {
  const contact = shippedPlan.contacts.find((c) => c.unit === unit && c.role === role);
  if (!contact?.email) throw new Error(`no ${role} of ${unit} with an e-mail address`);
  return contact.email;
}
