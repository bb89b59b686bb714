import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StepPolicy } from '../../../domain/plan/policy.ts';
import { fitAfter, windowEnd } from '../../../domain/time/send-window.ts';
import { day, timeOfDay } from '../../../domain/time/time.ts';
import { addDays } from '../../../domain/time/workdays.ts';
import { ladder, shown } from '../../support/rules/ladder.ts';
import { policy } from '../../support/rules/policy.ts';
import { beforeExtension, china, dueOn, shanghai } from '../../support/time/dates.ts';

// T-10 and T-3 are not in the shipped policy; with them a test can follow every column of the reference table.
const T = (days: number): StepPolicy => ({
  kind: days < 0 ? 'reminder' : 'chase',
  days,
  count: 'workdays',
  at: timeOfDay('09:00'),
  to: [],
});
const columns = [-15, -10, -5, -3, -1, 0, 1, 3, 5, 10].map(T);

describe('the seven rounds of the plan, by the reference table', () => {
  test.each([
    [
      '2018-01-15',
      '2017-12-22 2017-12-29 2018-01-08 2018-01-10 2018-01-12',
      '2018-01-15',
      '2018-01-16 2018-01-18 2018-01-22 2018-01-29',
    ],
    [
      '2018-07-15',
      '2018-06-22 2018-06-29 2018-07-06 2018-07-10 2018-07-12',
      '2018-07-13',
      '2018-07-17 2018-07-19 2018-07-23 2018-07-30',
    ],
    [
      '2019-01-15',
      '2018-12-24 2018-12-29 2019-01-08 2019-01-10 2019-01-14',
      '2019-01-15',
      '2019-01-16 2019-01-18 2019-01-22 2019-01-29',
    ],
    [
      '2019-07-15',
      '2019-06-24 2019-07-01 2019-07-08 2019-07-10 2019-07-12',
      '2019-07-15',
      '2019-07-16 2019-07-18 2019-07-22 2019-07-29',
    ],
    [
      '2020-01-15',
      '2019-12-24 2019-12-31 2020-01-08 2020-01-10 2020-01-14',
      '2020-01-15',
      '2020-01-16 2020-01-19 2020-01-21 2020-02-05',
    ],
    [
      '2020-07-15',
      '2020-06-23 2020-07-01 2020-07-08 2020-07-10 2020-07-14',
      '2020-07-15',
      '2020-07-16 2020-07-20 2020-07-22 2020-07-29',
    ],
    [
      '2021-01-15',
      '2020-12-24 2020-12-31 2021-01-08 2021-01-12 2021-01-14',
      '2021-01-15',
      '2021-01-18 2021-01-20 2021-01-22 2021-01-29',
    ],
  ])('%s', (nominal, before, on, after) => {
    const days = ladder(nominal, { steps: columns }).map((step) => shanghai.dayOf(step.at));
    expect(days.join(' ')).toBe(`${before} ${on} ${after}`);
  });

  test('before the extension of 2020-01-27 T+10 was two days earlier', () => {
    const days = shown('2020-01-15', { calendar: beforeExtension, performedRepeats: 0 });
    expect(days).toContain('supervise-10 2020-02-03 09:00');
    expect(shown('2020-01-15')).toContain('supervise-10 2020-02-05 09:00');
  });
});

describe('a step that does not fit the send window', () => {
  const calendarDays = (days: number, time: string): StepPolicy => ({
    ...T(days),
    count: 'calendar-days',
    at: timeOfDay(time),
  });

  test.each<[StepPolicy, string, string]>([
    [calendarDays(-6, '09:00'), 'reminder-6d 2018-07-06 14:30', 'a Saturday, before'],
    [calendarDays(5, '09:00'), 'chase-5d 2018-07-23 08:30', 'a Saturday, after'],
    [{ ...T(-1), at: timeOfDay('13:00') }, 'reminder-1 2018-07-12 08:30', 'noon, before'],
    [{ ...T(1), at: timeOfDay('13:00') }, 'chase-1 2018-07-17 14:30', 'noon, after'],
    [{ ...T(0), kind: 'due', at: timeOfDay('20:00') }, 'due 2018-07-13 14:30', 'the due day'],
  ])('%o moves the right way to %s (%s)', (step, expected, _why) => {
    expect(shown('2018-07-15', { steps: [step] })).toEqual([expected]);
  });
});

const anySteps = fc.array(
  fc.record({
    kind: fc.constantFrom('reminder' as const, 'chase' as const),
    days: fc.integer({ min: -30, max: 30 }),
    count: fc.constantFrom('workdays' as const, 'calendar-days' as const),
    at: fc.integer({ min: 0, max: 23 }).map((h) => timeOfDay(`${String(h).padStart(2, '0')}:15`)),
    to: fc.constant([]),
  }),
  { maxLength: 8 },
);
const anyDue = fc.integer({ min: 0, max: 365 * 9 }).map((n) => addDays(day('2018-01-01'), n));

test('any ladder is in order, inside the window, and chases nobody before the report is late', () => {
  const window = { hours: policy.window, calendar: china, zone: shanghai };
  fc.assert(
    fc.property(anySteps, anyDue, (steps, nominal) => {
      const planned = ladder(nominal, { steps });
      const moments = planned.map((step) => step.at);
      expect(moments).toEqual(moments.toSorted((a, b) => a - b));
      for (const step of planned) {
        expect(fitAfter(window, step.at)).toBe(step.at);
        expect(step.notAfter).toBe(windowEnd(window, step.at));
      }
      const after = steps.filter((step) => step.days > 0);
      const late = planned.filter((step) => step.at > dueOn(nominal).at);
      expect(late).toHaveLength(after.length);
    }),
  );
});
