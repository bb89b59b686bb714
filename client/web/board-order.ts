/** In which order a board shows its rows. */
import type { Plan } from '../../domain/plan/plan.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { BoardOverview, BoardUnit } from '../../store/read/board.ts';
import { desksByUnit, desksOf } from './desks.ts';
import { GROUPS, groupOf, LIGHTS, lightOf, SECTIONS, sectionOf } from './shared/standing.ts';
import type { Standing } from './words/kinds-zh.ts';

export const SORTS = ['plan', 'desk', 'name', 'due', 'contact', 'state'] as const;
export type Sort = (typeof SORTS)[number];

type OrderFacts = {
  readonly board: Pick<BoardOverview, 'lastContactAt'>;
  readonly now: Instant;
  readonly plan: Pick<Plan, 'units'>;
};

const inChinese = new Intl.Collator('zh-CN');
const ORDER = Object.keys(LIGHTS) as Standing[];

/** What comes first has the least; units that have the same stay in the order of the plan. */
export function inOrder(
  { board, now, plan }: OrderFacts,
  units: readonly BoardUnit[],
  sort: Sort,
): readonly BoardUnit[] {
  switch (sort) {
    case 'desk':
      return sorted(units, deskPlace(plan));
    case 'plan':
      return sorted(units, place);
    case 'name':
      return units.toSorted((a, b) =>
        inChinese.compare(a.obligation.unitName, b.obligation.unitName),
      );
    case 'due':
      return sorted(units, ({ obligation }) => obligation.due.at);
    // Whom nobody has spoken to for the longest time comes first.
    case 'contact':
      return sorted(units, ({ obligation }) => board.lastContactAt.get(obligation.id) ?? 0);
    case 'state':
      return sorted(units, ({ obligation }) => ORDER.indexOf(lightOf(obligation, now).standing));
  }
}

const sorted = (units: readonly BoardUnit[], placeOf: (unit: BoardUnit) => number): BoardUnit[] =>
  units
    .map((unit) => ({ unit, place: placeOf(unit) }))
    .sort((a, b) => a.place - b.place)
    .map(({ unit }) => unit);

const place = ({ obligation }: BoardUnit): number =>
  SECTIONS.indexOf(sectionOf(obligation.state)) * GROUPS.length +
  GROUPS.indexOf(groupOf(obligation));

/** Units of nobody in particular come last. */
function deskPlace(plan: OrderFacts['plan']): (unit: BoardUnit) => number {
  const desks = desksOf(plan);
  const byUnit = desksByUnit(plan);
  return (unit) => {
    const desk = byUnit.get(unit.obligation.unit);
    const section = desk === undefined ? desks.length : desks.indexOf(desk);
    return section * SECTIONS.length * GROUPS.length + place(unit);
  };
}
