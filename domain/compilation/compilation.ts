/**
 * The bureau's report on a round, as data: the same for the page, the JSON and the Word file. Nothing handed in is
 * left out, and every live item appears. Rules 10 and 13 of the field.
 */

import { type Counts, count } from '../obligation/obligation.ts';
import { isLive } from '../plan/item-years.ts';
import type { Plan } from '../plan/plan.ts';
import { dateAndClock, fullDate, periodLabel } from '../time/dates-in-words.ts';
import { coveredYear, type Period } from '../time/period.ts';
import type { Instant, Zone } from '../time/time.ts';
import { type ArrivalRow, arrivalsOf, type MissingRow, missingOf } from './annexes.ts';
import { type CategoryPart, categoriesOf } from './categories.ts';
import { type Entry, isTown, shownReport } from './entry.ts';
import { arrivalSentences, progressSentences } from './overview.ts';
import { type Progress, progressOf } from './progress.ts';
import {
  nextStepsOf,
  problemsOf,
  remarksOf,
  type TownPart,
  townsOf,
  type UnitPoints,
  type UnitRemark,
} from './units.ts';

export type CompilationInput = {
  readonly plan: Pick<
    Plan,
    'id' | 'title' | 'subject' | 'basis' | 'bureau' | 'authority' | 'items'
  >;
  readonly period: Period;
  /** Every obligation of the round, in its order. */
  readonly entries: readonly Entry[];
  readonly asOf: Instant;
  readonly version: number;
  /** Reports are missing: the first page says so. */
  readonly draft: boolean;
  /** Made from a demonstration: says so above its title. */
  readonly demonstration: boolean;
};

export type Compilation = {
  readonly plan: string;
  readonly period: string;
  readonly version: number;
  readonly draft: boolean;
  readonly demonstration: boolean;
  /** ISO 8601 with offset. */
  readonly asOf: string;
  readonly title: string;
  /** The title broken by meaning. */
  readonly titleLines: readonly string[];
  readonly addressee: string;
  readonly signature: string;
  readonly date: string;
  readonly counts: Counts;
  readonly progress: Progress;
  readonly overview: { readonly arrivals: string; readonly progress: string };
  readonly categories: readonly CategoryPart[];
  readonly towns: readonly TownPart[];
  /** What departments wrote beside their items. */
  readonly remarks: readonly UnitRemark[];
  readonly problems: readonly UnitPoints[];
  readonly nextSteps: readonly UnitPoints[];
  readonly arrivals: readonly ArrivalRow[];
  readonly missing: readonly MissingRow[];
};

export function compile(input: CompilationInput, zone: Zone): Compilation {
  const { plan, period, entries, asOf } = input;
  const live = liveItems(input);
  const counts = count(
    entries.map((entry) => entry.obligation),
    asOf,
  );
  const progress = progressOf(live, entries);
  const categories = categoriesOf(plan, live, entries);
  const missing = missingOf(entries, asOf, zone);
  const titleLines = [
    `${plan.bureau.name}关于${periodLabel(period)}${plan.subject}`,
    '落实情况的总体评价报告',
  ];
  const facts = {
    period: periodLabel(period),
    asOf: dateAndClock(asOf, zone),
    basis: `按照《${plan.title}》${plan.basis}，`,
    counts,
    towns: entries.filter(isTown).length,
    nil: entries.filter(isNilReported).length,
    extended: missing.filter((row) => row.extendedTo !== null).map((row) => row.unitName),
    progress,
    categories: categories.length,
  };
  return {
    plan: plan.title,
    period,
    version: input.version,
    draft: input.draft,
    demonstration: input.demonstration,
    asOf: zone.iso(asOf),
    title: titleLines.join(''),
    titleLines,
    addressee: plan.authority.name,
    signature: plan.bureau.name,
    date: fullDate(zone.dayOf(asOf)),
    counts,
    progress,
    overview: { arrivals: arrivalSentences(facts), progress: progressSentences(facts) },
    categories,
    towns: townsOf(entries, live),
    remarks: remarksOf(entries),
    problems: problemsOf(entries),
    nextSteps: nextStepsOf(entries),
    arrivals: arrivalsOf(entries, zone),
    missing,
  };
}

/** By their schedule, or because a unit owes them or wrote on them all the same; in the order of the table. */
function liveItems({ plan, period, entries }: CompilationInput): number[] {
  const concerned = new Set(
    entries.flatMap((entry) => [
      ...entry.obligation.items,
      ...(shownReport(entry)?.items ?? []).map((row) => row.no),
    ]),
  );
  return plan.items
    .filter((item) => isLive(item.schedule, coveredYear(period)) || concerned.has(item.no))
    .map((item) => item.no);
}

const isNilReported = (entry: Entry): boolean =>
  ['submitted', 'accepted'].includes(entry.obligation.state) && shownReport(entry)?.nil === true;
