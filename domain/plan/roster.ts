/** Finds units by code, name or alias, and resolves collective names and successors. */

import { Problem } from '../problem.ts';
import type { Day } from '../time/time.ts';
import { nearest } from './nearest.ts';
import type { Plan, Unit } from './plan.ts';

type Roster = Pick<Plan, 'units'>;

export const ALL_TOWNS = '各镇区';
const ALL_LEADS = '本方案各牵头单位';
/** Appears in support cells; no unit of the roster. */
export const INSTITUTIONS = '相关金融机构';
/** Names in unit cells that are not one unit. */
export const COLLECTIVE_NAMES: readonly string[] = [ALL_TOWNS, ALL_LEADS, INSTITUTIONS];

/** By code, name or alias. @throws Problem `not_found` with the nearest names */
export function findUnit(roster: Roster, text: string): Unit {
  const unit = unitNamed(roster, text);
  if (unit) return unit;
  const near = nearest(roster.units.flatMap(namesOf), text.trim());
  const hint = near.length > 0 ? `是不是“${near.join('”“')}”？` : '';
  throw new Problem(
    'not_found',
    `名册里没有单位“${text}”。${hint}请用单位代码、名称或别名，全部单位见 cuibao plan show。`,
  );
}

/** Like findUnit, but undefined for an unknown name. */
export function unitNamed(roster: Roster, text: string): Unit | undefined {
  const name = text.replaceAll(/\s/g, '');
  const code = name.toLowerCase();
  return roster.units.find((unit) => unit.code === code || namesOf(unit).includes(name));
}

/** Name and aliases. */
export const namesOf = (unit: Unit): readonly string[] => [unit.name, ...unit.aliases];

const existsOn = (unit: Unit, on: Day): boolean =>
  (unit.from === null || unit.from <= on) && (unit.until === null || on <= unit.until);

/**
 * The unit that answers for this one on that day: itself, or the first successor that exists then (docs/rules.md, rule 11).
 * Undefined when it does not exist then and has no such successor.
 */
export function answeringOn(roster: Roster, unit: Unit, on: Day): Unit | undefined {
  const seen = new Set<string>();
  let current: Unit | undefined = unit;
  while (current && !existsOn(current, on)) {
    if (seen.has(current.code)) return undefined;
    seen.add(current.code);
    const { successor }: Unit = current;
    current = roster.units.find((other) => other.code === successor);
  }
  return current;
}

/** The towns of that day, in roster order. */
export const townsOn = (roster: Roster, on: Day): Unit[] =>
  roster.units.filter((unit) => unit.kind === 'town' && existsOn(unit, on));

/** Names in the lead cells that mean one unit each, in order of first appearance. */
export function leadNames(plan: Pick<Plan, 'items'>): string[] {
  const names = plan.items.flatMap((item) => item.leads);
  return [...new Set(names)].filter((name) => !COLLECTIVE_NAMES.includes(name));
}

/**
 * The units that a cell's names stand for on that day, each once, with collective names expanded and successors resolved.
 * @throws Problem `not_found` for an unknown name
 */
export function expand(
  plan: Pick<Plan, 'units' | 'items'>,
  names: readonly string[],
  on: Day,
): Unit[] {
  const units = names.flatMap((name) => {
    if (name === ALL_TOWNS) return townsOn(plan, on);
    if (name === ALL_LEADS) return expand(plan, leadNames(plan), on);
    if (COLLECTIVE_NAMES.includes(name)) return [];
    return answeringOn(plan, findUnit(plan, name), on) ?? [];
  });
  return [...new Set(units)];
}
