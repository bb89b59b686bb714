/** The shipped plan cut down to a few units and one round in 2018: the same rules, texts and dates, little work. */
import type { Contact, Plan, Role } from '../../../domain/plan/plan.ts';
import { ALL_TOWNS, unitNamed } from '../../../domain/plan/roster.ts';
import { day } from '../../../domain/time/time.ts';
import { shippedPlan } from '../../../rehearsal/shipped-plan.ts';

/** Only 2018H1 is due in the year 2018, and only these units owe (the bureau its own part, when it is named). */
export function smallPlan(...codes: string[]): Plan {
  const { items, units, bureau } = shippedPlan;
  const owes = (name: string) =>
    name === ALL_TOWNS || codes.includes(unitNamed(shippedPlan, name)?.code ?? '');
  return {
    ...shippedPlan,
    validFrom: day('2018-02-01'),
    units: units.filter(({ code }) => codes.includes(code) || code === bureau.unit),
    items: items
      .map((item) => ({ ...item, leads: item.leads.filter(owes), supports: [] }))
      .filter(({ leads }) => leads.length > 0),
  };
}

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
