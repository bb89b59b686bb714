/**
 * What units and the bureau do when no script is given: most report early, some on the last day, some late, one is
 * returned, one extended, one recorded (代录), one promises, two never report, and to one of those no SMS gets through.
 * Chosen by position in the roster, so the same plan always gives the same rehearsal.
 */
import { owed } from '../../domain/plan/owed.ts';
import type { Unit } from '../../domain/plan/plan.ts';
import { roundDates } from '../../domain/round/round-dates.ts';
import { nominalDue, type Period, periodsInPlan } from '../../domain/time/period.ts';
import { type Day, type Instant, timeOfDay } from '../../domain/time/time.ts';
import {
  workdayOnOrAfter,
  workdayOnOrBefore,
  workdaysAfter,
  workdaysBefore,
} from '../../domain/time/workdays.ts';
import type { Rules } from '../../store/read/plans.ts';
import { inOrder, type RehearsalEvent } from './events.ts';

/** Moments of one round, counted in working days before (negative) and after its due date, at a time of day. */
type Moments = {
  readonly on: (workdays: number) => Day;
  readonly at: (workdays: number, time: string) => Instant;
};

export const defaultScript = (rules: Rules, year: number): RehearsalEvent[] =>
  inOrder(periodsInPlan(rules.plan, year).flatMap((period) => roundScript(rules, period)));

function roundScript(rules: Rules, period: Period): RehearsalEvent[] {
  const moments = momentsOf(rules, period);
  const units = owed(rules.plan, period).map(({ unit }) => unit);
  const bureau = units.filter((unit) => unit.code === rules.plan.bureau.unit);
  const others = units.filter((unit) => unit.code !== rules.plan.bureau.unit);
  return [
    ...others.flatMap((unit, index) => confirmation(moments, period, unit, index)),
    ...bureau.map((unit) => submit(moments.at(-2, '15:00'), period, unit)),
    ...others.flatMap((unit, index) => behaviour(moments, period, unit, index, others.length)),
    ...bureauScript(rules, moments, period),
  ];
}

/** Nine in ten confirm the notice, on one of the three days after it. */
const confirmation = (
  moments: Moments,
  period: Period,
  unit: Unit,
  index: number,
): RehearsalEvent[] =>
  index % 10 === 7
    ? []
    : [{ do: 'confirm', at: moments.at(-14 + (index % 3), '10:20'), period, unit: unit.code }];

function behaviour(
  moments: Moments,
  period: Period,
  unit: Unit,
  index: number,
  total: number,
): RehearsalEvent[] {
  const { at, on } = moments;
  const of = { period, unit: unit.code };
  if (index === total - 1) {
    const broken = { unit: unit.code, role: 'liaison' as const, channel: 'sms' as const };
    return [{ do: 'break channel', at: at(-15, '08:00'), ...broken }];
  }
  if (index === total - 2) return [];
  switch (index) {
    case 2:
      return [
        submit(at(-4, '16:10'), period, unit),
        { do: 'return', at: at(-3, '10:40'), ...of, reason: RETURNED, until: on(2) },
        submit(at(1, '15:20'), period, unit),
      ];
    case 4:
      return [
        { do: 'extend', at: at(-1, '11:00'), ...of, reason: EXTENDED, until: on(6) },
        submit(at(5, '10:00'), period, unit),
      ];
    case 6:
      return [
        {
          do: 'record',
          at: at(1, '10:00'),
          ...of,
          way: 'oa',
          receivedAt: at(0, '17:10'),
          evidence: '公文交换收文登记',
        },
      ];
    case 9:
      return [
        {
          do: 'call',
          at: at(0, '15:00'),
          ...of,
          who: '联络员',
          answer: '材料待签发',
          promisedOn: on(2),
        },
        submit(at(2, '16:30'), period, unit),
      ];
    default:
      return [
        submit(usualMoment(moments, index), period, unit),
        // Reports that came early have been accepted by the morning of the last day.
        ...(isEarly(index) ? [{ do: 'accept' as const, at: at(0, '10:10'), ...of }] : []),
      ];
  }
}

/**
 * Late ones in the first days after the due date, some on the last day up to its last hour, the rest in the two weeks
 * before.
 */
function usualMoment({ at }: Moments, index: number): Instant {
  if (index % 11 === 8) return at(1 + (index % 3), '09:20');
  if (index % 5 === 3) return at(0, index % 2 === 0 ? '23:40' : '16:50');
  return at(-12 + (index % 11), ['09:15', '11:05', '14:50', '16:35'][index % 4] ?? '10:00');
}

const isEarly = (index: number): boolean => index % 11 !== 8 && index % 5 !== 3 && index % 3 === 0;

function bureauScript(rules: Rules, { at }: Moments, period: Period): RehearsalEvent[] {
  const dates = roundDates(rules, nominalDue(period, rules.plan.deadlines));
  const signOff = workdaysAfter(rules.calendar, dates.compileOn, 1);
  return [
    // Letters prepared at T+3 09:00 are released the next morning.
    { do: 'release letters', at: at(4, '09:20'), period },
    { do: 'sign off', at: rules.zone.at(signOff, timeOfDay('15:00')), period },
  ];
}

const submit = (at: Instant, period: Period, unit: Unit): RehearsalEvent => ({
  do: 'submit',
  at,
  period,
  unit: unit.code,
  nil: false,
});

function momentsOf({ plan, calendar, zone }: Rules, period: Period): Moments {
  const nominal = nominalDue(period, plan.deadlines);
  const on = (workdays: number): Day => {
    if (workdays < 0)
      return workdaysBefore(calendar, workdayOnOrBefore(calendar, nominal), -workdays);
    return workdaysAfter(calendar, workdayOnOrAfter(calendar, nominal), workdays);
  };
  return { on, at: (workdays, time) => zone.at(on(workdays), timeOfDay(time)) };
}

const RETURNED = '个别事项缺少期末数据和下一步安排，请补充';
const EXTENDED = '统计数据月末才能汇总，申请延期';
