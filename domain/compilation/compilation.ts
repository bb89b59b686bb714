/**
 * The bureau's report on a round, as data for the page, the JSON and the Word file. It has every live item, and everything
 * that was handed in (docs/rules.md, rules 10 and 13).
 */

import { STATE, WAY_IN_FULL } from '../field-words.ts';
import {
  isExtended,
  isLate,
  isLateByOriginal,
  isOutstanding,
  type Obligation,
} from '../obligation/obligation.ts';
import { type ItemStatus, STATUSES } from '../obligation/submission.ts';
import { isLive } from '../plan/item-years.ts';
import type { Plan } from '../plan/plan.ts';
import { type Counts, countsOf } from '../round/counts.ts';
import { dateAndClock, fullDate, monthDay, periodLabel, yearOf } from '../time/dates-in-words.ts';
import { coveredYear, type Period } from '../time/period.ts';
import type { Instant, Zone } from '../time/time.ts';
import { type CategoryPart, categoriesOf } from './categories.ts';
import { type Entry, isTown, shownReport } from './entry.ts';
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
  /** Reports are missing; the first page says so. */
  readonly draft: boolean;
  /** Says so above the title. */
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
  /** The title in lines. */
  readonly titleLines: readonly string[];
  readonly addressee: string;
  readonly signature: string;
  readonly date: string;
  readonly counts: Counts;
  readonly progress: Progress;
  readonly overview: { readonly arrivals: string; readonly progress: string };
  readonly categories: readonly CategoryPart[];
  readonly towns: readonly TownPart[];
  /** General remarks of departments. */
  readonly remarks: readonly UnitRemark[];
  readonly problems: readonly UnitPoints[];
  readonly nextSteps: readonly UnitPoints[];
  readonly arrivals: readonly ArrivalRow[];
  readonly missing: readonly MissingRow[];
};

export function compile(input: CompilationInput, zone: Zone): Compilation {
  const { plan, period, entries, asOf } = input;
  const live = liveItems(input);
  const counts = countsOf(
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

/** Live by their schedule, owed by a unit, or written on; in the order of the table. */
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

/** What the paragraphs of 一、总体情况 are written from. */
type OverviewFacts = {
  readonly period: string;
  readonly asOf: string;
  readonly basis: string;
  readonly counts: Counts;
  readonly towns: number;
  readonly nil: number;
  /** Units with an extension that has not ended. */
  readonly extended: readonly string[];
  readonly progress: Progress;
  readonly categories: number;
};

/** 按照方案第53项…应报44个… */
function arrivalSentences(facts: OverviewFacts): string {
  const { counts, towns, nil, extended } = facts;
  const parts = [
    `${facts.basis}${facts.period}应报送单位${counts.owed}个，其中部门和单位${counts.owed - towns}个、镇区${towns}个。`,
    `截至${facts.asOf}，已报${counts.reported}个${inBrackets([
      some('迟报', counts.late),
      some('零报告', nil),
    ])}，免报${counts.waived}个，未报${counts.missing}个${inBrackets([
      some('退回补正', counts.returned),
      extended.length === 0
        ? ''
        : `已同意延期、期限未到${extended.length}个：${extended.join('、')}`,
    ])}。`,
    '各单位报送情况见附件2',
    counts.missing === 0 ? '。' : '，未报送单位见附件3。',
  ];
  return parts.join('');
}

/** 本期在执行的工作事项54项，分属21类… */
function progressSentences({ progress, categories }: OverviewFacts): string {
  const led = progress.items - progress.ledByTowns.length;
  const statuses = [
    ...statusParts(progress.byStatus, '项'),
    some('尚无单位报送', progress.unreported, '项'),
  ];
  return [
    `本期在执行的工作事项${progress.items}项，分属${categories}类，逐项情况见附件1。`,
    `其中由部门和单位牵头的${led}项：${joined(statuses)}（多个单位牵头的事项按进展最慢的计）。`,
    ...progress.ledByTowns.map(
      (item) =>
        `各镇区牵头的第${item.no}项：${joined([
          ...statusParts(item.byStatus, '个镇区'),
          some('未报送', item.unreported, '个镇区'),
        ])}。`,
    ),
  ].join('');
}

function statusParts(byStatus: Readonly<Record<ItemStatus, number>>, measure: string): string[] {
  return STATUSES.map((status) => some(status, byStatus[status], measure));
}

const some = (name: string, number: number, measure = '个'): string =>
  number === 0 ? '' : `${name}${number}${measure}`;

const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('、');

function inBrackets(parts: readonly string[]): string {
  const text = parts.filter((part) => part !== '').join('，');
  return text === '' ? '' : `（其中${text}）`;
}

/** A row of the list of arrivals (附件2). */
type ArrivalRow = {
  readonly unit: string;
  readonly unitName: string;
  /** 已报, 已审核, 零报告 or 免报. */
  readonly state: string;
  /** ISO 8601 with offset; null when waived without a report. */
  readonly firstReceivedAt: string | null;
  readonly firstReceived: string;
  readonly way: string;
  readonly onTime: '按期' | '按延期后的期限' | '迟报' | '';
  readonly lateByOriginal: boolean;
  /** The version shown; 0 when none. */
  readonly version: number;
  /** The reason of a waiver, or when a newer version arrived. */
  readonly note: string;
};

/** A row of the list of missing reports (附件3). */
type MissingRow = {
  readonly unit: string;
  readonly unitName: string;
  readonly items: readonly number[];
  /** 7月15日, the present date. */
  readonly due: string;
  /** The date of an extension, while it is ahead. */
  readonly extendedTo: string | null;
  /** 逾期未报, 已同意延期至…, 已退回… */
  readonly situation: string;
};

/** Units that have reported or need not, in the order of the round. */
const arrivalsOf = (entries: readonly Entry[], zone: Zone): ArrivalRow[] =>
  entries
    .filter((entry) => !isOutstanding(entry.obligation.state))
    .map((entry) => arrivalRow(entry, zone));

/** Units that still owe a report, also after a return. */
const missingOf = (entries: readonly Entry[], asOf: Instant, zone: Zone): MissingRow[] =>
  entries
    .filter((entry) => isOutstanding(entry.obligation.state))
    .map(({ obligation }) => ({
      unit: obligation.unit,
      unitName: obligation.unitName,
      items: obligation.items,
      due: dueDay(obligation),
      extendedTo: isExtended(obligation) && obligation.due.at > asOf ? dueDay(obligation) : null,
      situation: situationOf(obligation, asOf, zone),
    }));

function arrivalRow(entry: Entry, zone: Zone): ArrivalRow {
  const { obligation, submission } = entry;
  const first = obligation.firstReceivedAt;
  return {
    unit: obligation.unit,
    unitName: obligation.unitName,
    state: shownReport(entry)?.nil === true ? '零报告' : STATE[obligation.state],
    firstReceivedAt: first === null ? null : zone.iso(first),
    firstReceived: first === null ? '' : dateAndClock(first, zone),
    way: submission === null ? '' : WAY_IN_FULL[submission.way],
    onTime: timelinessOf(obligation),
    lateByOriginal: isLateByOriginal(obligation),
    version: submission?.version ?? 0,
    note: noteOf(entry, zone),
  };
}

function timelinessOf(obligation: Obligation): ArrivalRow['onTime'] {
  if (obligation.firstReceivedAt === null) return '';
  if (isLate(obligation)) return '迟报';
  return isLateByOriginal(obligation) ? '按延期后的期限' : '按期';
}

function noteOf({ obligation, submission }: Entry, zone: Zone): string {
  if (obligation.state === 'waived') return obligation.waivedReason ?? '';
  const newer = submission !== null && submission.receivedAt !== obligation.firstReceivedAt;
  return newer ? `第${submission.version}版，${dateAndClock(submission.receivedAt, zone)}收到` : '';
}

function situationOf(obligation: Obligation, asOf: Instant, zone: Zone): string {
  const ahead = obligation.due.at > asOf;
  if (obligation.state === 'returned') {
    const first = obligation.firstReceivedAt;
    const came = first === null ? '' : `${dateAndClock(first, zone)}首次报送，`;
    return `${came}已退回补正，${ahead ? '期限未到' : '逾期未重报'}`;
  }
  if (isExtended(obligation)) return ahead ? '已同意延期，期限未到' : '延期后仍未报送';
  return ahead ? '期限未到' : '逾期未报送';
}

const dueDay = ({ due, originalDue }: Obligation): string =>
  monthDay(due.nominal, yearOf(originalDue.nominal));
