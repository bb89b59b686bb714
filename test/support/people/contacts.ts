import type { Contact, Plan, Role } from '../../../domain/plan/plan.ts';
import { shippedPlan } from '../../../rehearsal/shipped-plan.ts';

/** The plan with one contact changed. */
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

/** @throws Error when the plan has no such contact, or one without an e-mail address */
export function contactOf(plan: Plan, unit: string, role: Role): Contact & { email: string } {
  const contact = plan.contacts.find((one) => one.unit === unit && one.role === role);
  if (!contact?.email) throw new Error(`${unit} has no ${role} with an e-mail address`);
  return { ...contact, email: contact.email };
}

/** The e-mail address of a contact of the shipped plan. */
export const addressOf = (unit: string, role: Role): string =>
  contactOf(shippedPlan, unit, role).email;
