/** The official table, its content, and a reader for altered tables. */
import type { WorkItem } from '../../../domain/plan/plan.ts';
import { COLLECTIVE_NAMES, namesOf } from '../../../domain/plan/roster.ts';
import { type FolderProblem, reportInto } from '../../../gateways/plan-folder/folder-problem.ts';
import { readItems } from '../../../gateways/plan-folder/items.ts';
import { shippedPlan } from '../../../rehearsal/shipped-plan.ts';
import expected from '../../fixtures/plan/plan.json' with { type: 'json' };
import { shippedFile } from './altered-folder.ts';

export const TABLE = await shippedFile('items.txt');
export const NAMES = new Set([...shippedPlan.units.flatMap(namesOf), ...COLLECTIVE_NAMES]);

export const EXPECTED: WorkItem[] = expected.map(({ category_no, ...item }) => ({
  ...item,
  categoryNo: category_no,
}));

export function read(text: string): { items: WorkItem[]; problems: FolderProblem[] } {
  const problems: FolderProblem[] = [];
  const context = { names: NAMES, years: { from: 2017, to: 2020 } };
  const items = readItems(text, context, reportInto(problems, 'items.txt'));
  return { items, problems };
}

/** Line of the first occurrence in the shipped table, from 1. */
export function lineOf(text: string): number {
  return TABLE.slice(0, TABLE.indexOf(text)).split('\n').length;
}
