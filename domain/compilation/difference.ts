/** What changed between two versions of a compilation: units with new, changed or removed texts, and counts. */

import { figuresText } from '../obligation/figures.ts';
import type { Counts } from '../round/counts.ts';
import type { UnitText } from './categories.ts';
import type { Compilation } from './compilation.ts';

type UnitName = { readonly unit: string; readonly unitName: string };

export type CompilationDifference = {
  readonly added: readonly UnitName[];
  readonly changed: readonly UnitName[];
  readonly removed: readonly UnitName[];
  /** Those that changed. */
  readonly counts: readonly {
    readonly name: keyof Counts;
    readonly before: number;
    readonly after: number;
  }[];
};

export function compilationDifference(
  before: Compilation,
  after: Compilation,
): CompilationDifference {
  const old = textsByUnit(before);
  const now = textsByUnit(after);
  const named = ([unit, { unitName }]: readonly [string, Texts]) => ({ unit, unitName });
  return {
    added: [...now].filter(([unit]) => !old.has(unit)).map(named),
    changed: [...now]
      .filter(([unit, { texts }]) => {
        const earlier = old.get(unit);
        return earlier !== undefined && earlier.texts.join('\n') !== texts.join('\n');
      })
      .map(named),
    removed: [...old].filter(([unit]) => !now.has(unit)).map(named),
    counts: COUNTS.filter((name) => before.counts[name] !== after.counts[name]).map((name) => ({
      name,
      before: before.counts[name],
      after: after.counts[name],
    })),
  };
}

const COUNTS = ['owed', 'reported', 'waived', 'missing', 'late', 'returned', 'extended'] as const;

type Texts = { readonly unitName: string; readonly texts: readonly string[] };

/** All texts of each unit as the report shows them; without units that wrote nothing. */
function textsByUnit(data: Compilation): Map<string, Texts> {
  const found = new Map<string, Texts>();
  for (const { unit, unitName, text } of [
    ...data.categories.flatMap(({ items }) => items.flatMap(ofItem)),
    ...data.towns.flatMap(ofTown),
    ...data.remarks,
    ...data.problems.flatMap(pointsOf('problem')),
    ...data.nextSteps.flatMap(pointsOf('next step')),
  ]) {
    const before = found.get(unit) ?? { unitName, texts: [] };
    if (text !== '') found.set(unit, { unitName, texts: [...before.texts, text] });
  }
  return found;
}

type Written = UnitName & { readonly text: string };

const ofItem = (item: Compilation['categories'][number]['items'][number]): Written[] => [
  ...[...item.texts, ...item.townTexts].map((text) => ({ ...text, text: lineOf(item.no, text) })),
  ...item.townStatuses.map((town) => ({ ...town, text: `${item.no} ${town.status}` })),
];

const ofTown = ({ unit, unitName, items, overall }: Compilation['towns'][number]): Written[] =>
  [...items.map((item) => lineOf(item.no, item)), overall].map((text) => ({
    unit,
    unitName,
    text,
  }));

const pointsOf =
  (what: string) =>
  ({ unit, unitName, points }: Compilation['problems'][number]): Written[] =>
    points.map(({ no, text }) => ({ unit, unitName, text: `${what} ${no} ${text}` }));

/** Empty where a report is missing. A nil report has a text without a status. */
const lineOf = (
  no: number,
  { status, text, figures }: Pick<UnitText, 'status' | 'text' | 'figures'>,
): string =>
  status === null && text === '' ? '' : `${no} ${status ?? ''} ${text} ${figuresText(figures)}`;
