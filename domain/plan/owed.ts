/** Who owes a report in a period, and about which items. Rule 6 of docs/rules.md. */

import { coveredYear, nominalDue, type Period } from '../time/period.ts';
import type { Day } from '../time/time.ts';
import { isLive } from './item-years.ts';
import type { Plan, Scope, Unit, WorkItem } from './plan.ts';
import { expand, leadNames, townsOn } from './roster.ts';

export type Owed = {
  readonly unit: Unit;
  readonly items: readonly number[];
  /** Rows a town may fill in or leave out. */
  readonly optionalItems: readonly number[];
};

/**
 * Every town that exists on the due day, and every unit that leads a live item; with `all-leads` also lead units without a
 * live item, which hand in a nil report. Departments come in order of first appearance in the table, then towns in the order
 * of the roster.
 */
export function owed(plan: Plan, period: Period, scope: Scope = plan.scope): Owed[] {
  const on = nominalDue(period, plan.deadlines);
  const live = plan.items.filter((item) => isLive(item.schedule, coveredYear(period)));
  const leading = itemsByUnit(plan, live, (item) => item.leads, on);
  const supporting = itemsByUnit(plan, live, (item) => item.supports, on);
  const towns = townsOn(plan, on);
  const departments = expand(plan, leadNames(plan), on)
    .filter((unit) => !towns.includes(unit))
    .filter((unit) => scope === 'all-leads' || leading.has(unit.code));

  return [
    ...departments.map((unit) => ({
      unit,
      items: leading.get(unit.code) ?? [],
      optionalItems: [],
    })),
    ...towns.map((unit) => {
      const items = requiredOfTown(plan, live, leading.get(unit.code) ?? []);
      const named = supporting.get(unit.code) ?? [];
      return { unit, items, optionalItems: named.filter((no) => !items.includes(no)) };
    }),
  ];
}

/** Items that the town leads, and items that every town must report on, in the order of the table. */
const requiredOfTown = (plan: Plan, live: readonly WorkItem[], led: readonly number[]): number[] =>
  live.map((item) => item.no).filter((no) => led.includes(no) || plan.townItems.includes(no));

function itemsByUnit(
  plan: Plan,
  items: readonly WorkItem[],
  cell: (item: WorkItem) => readonly string[],
  on: Day,
): ReadonlyMap<Unit['code'], number[]> {
  const numbers = new Map<Unit['code'], number[]>();
  for (const item of items) {
    for (const unit of expand(plan, cell(item), on)) {
      numbers.set(unit.code, [...(numbers.get(unit.code) ?? []), item.no]);
    }
  }
  return numbers;
}
