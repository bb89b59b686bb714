/** The facts of the morning digest: where a round stands, for the bureau's officers. */

import { isUndelivered } from '../delivery/delivery.ts';
import { isExtended, isOutstanding, isOverdue, type Obligation } from '../obligation/obligation.ts';
import type { StepKind } from '../plan/message-kinds.ts';
import { type Due, dueCount } from '../time/due.ts';
import type { Day, Instant, Zone } from '../time/time.ts';
import type { WorkCalendar } from '../time/workdays.ts';
import { workdaysBetween } from '../time/workdays.ts';
import { type Counts, countsOf } from './counts.ts';
import type { Round } from './round.ts';

/** Kinds of events that the digest reports. */
export const NEWS_KINDS = [
  'reported',
  'withdrawn',
  'returned',
  'asked',
  'extended',
  'extension-withdrawn',
  'waived',
  'confirmed',
  'called',
] as const;
export type NewsKind = (typeof NEWS_KINDS)[number];

/** One event, from the round's trail. */
export type Deed = {
  readonly obligation: string;
  readonly kind: NewsKind;
  readonly late: boolean;
  /** The date that was set, asked for or promised. */
  readonly on: Day | null;
};

export type News = {
  readonly kind: NewsKind;
  /** In the order of the plan, each once, with its last event. */
  readonly units: readonly {
    readonly unitName: string;
    readonly late: boolean;
    readonly on: Day | null;
  }[];
};

export type MissingToday = {
  readonly unitName: string;
  readonly isOverdue: boolean;
  readonly isReturned: boolean;
  /** The new date of an extension or a return. */
  readonly until: Day | null;
  readonly promisedOn: Day | null;
};

/** Kinds of things that wait for an officer. */
export const WAITING_KINDS = [
  'release',
  'call',
  'extension',
  'resubmission',
  'unreachable',
  'unknown',
] as const;
export type WaitingKind = (typeof WAITING_KINDS)[number];

export type MorningTopic = {
  readonly kind: 'morning';
  readonly due: Due;
  /** Working days around the due day, as the steps count: negative before it. */
  readonly dueCount: number;
  readonly counts: Pick<
    Counts,
    'owed' | 'reported' | 'waived' | 'missing' | 'late' | 'returned' | 'unconfirmed'
  >;
  readonly news: readonly News[];
  /** Overdue units first. */
  readonly missing: readonly MissingToday[];
  /** Units whose last message did not reach their liaison. */
  readonly failed: readonly string[];
  readonly waiting: readonly { readonly kind: WaitingKind; readonly number: number }[];
  /** Messages that go to units today. */
  readonly today: readonly {
    readonly kind: StepKind;
    readonly at: Instant;
    readonly units: number;
  }[];
  /** Working days to the compile date; 0 on it and after it. */
  readonly workdaysToCompile: number;
};

export type MorningRecord = {
  readonly round: Pick<Round, 'due' | 'compileOn'>;
  /** In the order of the plan. */
  readonly obligations: readonly Obligation[];
  /** Since the last digest, in order. */
  readonly deeds: readonly Deed[];
  /** By obligation: the newest message, of those with a delivery that failed at any time. */
  readonly lastMessages: ReadonlyMap<string, Parameters<typeof isUndelivered>[0]>;
  readonly waiting: MorningTopic['waiting'];
  readonly today: MorningTopic['today'];
};

export function morningOf(
  record: MorningRecord,
  { calendar, zone }: { readonly calendar: WorkCalendar; readonly zone: Zone },
  asOf: Instant,
): MorningTopic {
  const { round, obligations, waiting, today } = record;
  const day = zone.dayOf(asOf);
  const missing = obligations.filter((o) => isOutstanding(o.state));
  return {
    kind: 'morning',
    due: round.due,
    dueCount: dueCount(round.due, day, calendar),
    counts: countsOf(obligations, asOf),
    news: newsOf(record),
    missing: missing.map((o) => missingOf(o, asOf)).toSorted(overdueFirst),
    failed: missing
      .filter((o) => isUndelivered(record.lastMessages.get(o.id)))
      .map((o) => o.unitName),
    waiting,
    today,
    workdaysToCompile: workdaysBetween(calendar, day, round.compileOn),
  };
}

/**
 * No digest today: nothing has changed, nothing goes out, nothing waits. From the due day on there is one every working
 * morning while a report is missing.
 */
export const isQuiet = ({ news, today, waiting, dueCount: days, counts }: MorningTopic): boolean =>
  news.length === 0 &&
  today.length === 0 &&
  waiting.length === 0 &&
  (days < 0 || counts.missing === 0);

function newsOf({ obligations, deeds }: MorningRecord): News[] {
  return NEWS_KINDS.map((kind) => {
    const last = new Map(
      deeds.filter((deed) => deed.kind === kind).map((deed) => [deed.obligation, deed]),
    );
    const units = obligations.flatMap(({ id, unitName }) => {
      const deed = last.get(id);
      return deed ? [{ unitName, late: deed.late, on: deed.on }] : [];
    });
    return { kind, units };
  }).filter(({ units }) => units.length > 0);
}

const missingOf = (o: Obligation, asOf: Instant): MissingToday => ({
  unitName: o.unitName,
  isOverdue: isOverdue(o, asOf),
  isReturned: o.state === 'returned',
  until: o.state === 'returned' || isExtended(o) ? o.due.nominal : null,
  promisedOn: o.promisedOn,
});

const overdueFirst = (a: MissingToday, b: MissingToday): number =>
  Number(b.isOverdue) - Number(a.isOverdue);
