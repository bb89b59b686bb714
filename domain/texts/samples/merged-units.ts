/** Units for which one person answers, and which therefore share their messages. */
import type { Obligation } from '../../obligation/obligation.ts';
import type { Plan } from '../../plan/plan.ts';

/** Those of the roster; and a pair of units that are asked in different ways, because any roster may have one. */
export function mergedUnits(
  { contacts, policy }: Plan,
  units: readonly Obligation[],
): Obligation[][] {
  const owned = new Map<string, Obligation[]>();
  const byCode = new Map(units.map((unit) => [unit.unit, unit]));
  for (const { unit, role, email } of contacts) {
    const obligation = byCode.get(unit);
    if (role !== 'liaison' || email === null || obligation === undefined) continue;
    const key = email.toLowerCase();
    owned.set(key, [...(owned.get(key) ?? []), obligation]);
  }
  const shared = [...owned.values()].filter((group) => group.length > 1);
  const asked = (wording: 'order' | 'request') =>
    units.filter(({ unitClass }) => policy.classes[unitClass].wording === wording).slice(0, 1);
  const pair = [...asked('order'), ...asked('request')];
  return [...shared, ...(pair.length > 1 ? [pair] : [])];
}
