/** 科室: which section of the bureau looks after a unit, as the roster says; rosters of before may not say it. */
import type { Plan } from '../../domain/plan/plan.ts';

type Units = Pick<Plan, 'units'>;

/** In the order in which the roster names them. */
export const desksOf = ({ units }: Units): string[] => [
  ...new Set(units.flatMap(({ desk }) => desk ?? [])),
];

/** By the code of the unit: for a look at many of them. */
export const desksByUnit = ({ units }: Units): ReadonlyMap<string, string> =>
  new Map(units.flatMap(({ code, desk }) => (desk ? [[code, desk] as const] : [])));
