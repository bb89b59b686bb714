/** The situations of a unit in which a message may be sent, for samples. */

import type { DocumentText, MailText, SmsText } from '../../delivery/message-text.ts';
import type { Obligation } from '../../obligation/obligation.ts';
import type { Plan } from '../../plan/plan.ts';
import type { TextName } from '../../plan/text-names.ts';
import type { RoundDates } from '../../round/round.ts';
import { DAY, HOUR, type Instant, plus, timeOfDay, type Zone } from '../../time/time.ts';
import { addDays, type WorkCalendar, workdayOnOrBefore } from '../../time/workdays.ts';
import { aboutOf } from '../about.ts';
import type { About, Before, MessageFacts } from '../facts.ts';

/** The round of the samples. */
export type SampleRound = {
  readonly plan: Plan;
  readonly calendar: WorkCalendar;
  readonly zone: Zone;
  readonly period: string;
  readonly dates: RoundDates;
};

export type Situation = {
  readonly kind: MessageFacts['kind'];
  readonly asOf: Instant;
  readonly about: (obligation: Obligation) => About;
};

export function situationsOf(round: SampleRound): Situation[] {
  const { dates, zone, calendar } = round;
  const { nominal, effective, at: dueAt } = dates.due;
  const day = (days: number) => plus(dueAt, days * DAY);
  const notice = [mail('notice', day(-20))];
  const later = addDays(nominal, 5);
  const received = { version: 1, receivedAt: day(-2), late: false, receipt: '2018H1-1' };
  const returned = {
    submission: received,
    returned: { reason: '一、第1项缺期末数；二、缺下一步安排。', until: later },
    ...due(later, round),
  };
  const moved = { reason: '数据待核。', until: later, previous: nominal };
  const at = (kind: Situation['kind'], asOf: Instant, before: Before[], change: Change = {}) =>
    situation(round, kind, asOf, before, change);
  const overdue = (['chase', 'press', 'supervise'] as const).flatMap((kind) => [
    at(kind, day(4), ladder(dueAt), { promisedOn: zone.dayOf(day(3)) }),
    at(kind, day(4), []),
    at(kind, day(9), ladder(dueAt), returned),
    at(kind, day(300), ladder(dueAt), {
      extended: { ...moved, until: nominal, previous: zone.dayOf(day(-5)) },
    }),
  ]);
  return [
    at('notice', day(-20), []),
    at('notice', day(2), [], { online: 'http://10.0.0.1/' }),
    at('reminder', day(-9), notice),
    at('reminder', day(-9), [], { online: 'http://10.0.0.1/' }),
    at('reminder', plus(dueAt, -HOUR), notice, { confirmedAt: day(-15) }),
    at('reminder', day(2), notice),
    at('reminder', day(1), notice, returned),
    at('due', plus(zone.at(effective, timeOfDay('09:00')), 0), notice),
    at('due', zone.at(workdayOnOrBefore(calendar, nominal), timeOfDay('09:00')), notice),
    at('due', day(1), notice, returned),
    ...overdue,
    at('receipt', day(-2), notice, { submission: received }),
    at('receipt', day(3), notice, { submission: { ...received, version: 12, late: true } }),
    at('receipt', day(-2), notice),
    at('returned', day(-1), notice, returned),
    at('returned', day(30), notice, { ...returned, submission: { ...received, late: true } }),
    at('extended', day(-3), notice, { extended: moved, ...due(later, round) }),
    at('extended', day(-3), notice, { extended: { ...moved, until: nominal, previous: later } }),
    at('extended', day(-3), notice),
    at('extension-refused', day(-3), notice, {
      refusedRequest: { until: later, reason: '须按期汇总。' },
    }),
    at('extension-refused', day(2), notice, returned),
  ];
}

type Change = Partial<About>;

function situation(
  round: SampleRound,
  kind: Situation['kind'],
  asOf: Instant,
  before: readonly Before[],
  change: Change,
): Situation {
  const about = (obligation: Obligation): About => ({
    ...aboutOf({ ...round, obligation, kind, asOf, before, returned: null, extended: null }),
    ...change,
  });
  return { kind, asOf, about };
}

const due = (day: About['nominalDue'], { zone, plan }: SampleRound): Change => ({
  nominalDue: day,
  effectiveDue: day,
  dueAt: zone.at(day, plan.deadlines.time),
  lastWorkdayBefore: null,
});

const mail = (kind: Before['kind'], at: Instant): Before => ({
  kind,
  at,
  channel: 'email',
  slot: 'liaison',
  delivered: true,
});

/** A full ladder before the message. */
const ladder = (dueAt: Instant): Before[] => [
  mail('notice', plus(dueAt, -20 * DAY)),
  mail('reminder', plus(dueAt, -9 * DAY)),
  mail('reminder', plus(dueAt, -3 * DAY)),
  mail('due', plus(dueAt, -1 * DAY)),
  mail('chase', plus(dueAt, 1 * DAY)),
  { ...mail('chase', plus(dueAt, 1 * DAY)), channel: 'sms' },
  { ...mail('call', plus(dueAt, 1 * DAY)), channel: 'phone' },
  mail('press', plus(dueAt, 3 * DAY)),
];

/** One text made from sample facts. */
export type Sample = {
  readonly name: TextName;
  /** Its recipients, for messages. */
  readonly of: string;
  readonly words: () => MailText | SmsText | DocumentText;
};
