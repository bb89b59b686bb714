import { describe, expect, test } from 'vitest';
import {
  dueDates,
  firstWorkdayOnOrAfter,
  lastWorkdayOnOrBefore,
} from '../../../domain/time/due.ts';
import { day, timeOfDay } from '../../../domain/time/time.ts';
import { at, china, dueOn, shanghai } from '../../support/time/dates.ts';

describe('the day by which lateness is judged', () => {
  test.each([
    ['keep', '2018-07-15', '2018-07-15'],
    ['next', '2018-07-15', '2018-07-16'],
    ['previous', '2018-07-15', '2018-07-13'],
    ['keep', '2018-01-15', '2018-01-15'],
    ['next', '2018-01-15', '2018-01-15'],
    ['previous', '2018-01-15', '2018-01-15'],
    // Moved into the Spring Festival holiday.
    ['next', '2020-01-25', '2020-02-03'],
    ['previous', '2020-01-25', '2020-01-23'],
  ] as const)('by the rule “%s” %s is judged by %s', (onNonWorkday, nominal, effective) => {
    const deadlines = { time: timeOfDay('24:00'), onNonWorkday };
    expect(dueDates(day(nominal), deadlines, china, shanghai)).toMatchObject({
      nominal,
      effective,
    });
  });
});

describe('a report after the due instant is late', () => {
  const isLate = (time: string, received: number) =>
    received >
    dueDates(day('2019-07-15'), { time: timeOfDay(time), onNonWorkday: 'next' }, china, shanghai)
      .at;

  test.each([
    ['24:00', '2019-07-15T23:59:59.999+08:00', false],
    ['24:00', '2019-07-16T00:00:00.000+08:00', true],
    ['17:30', '2019-07-15T17:30:00.000+08:00', false],
    ['17:30', '2019-07-15T17:30:00.001+08:00', true],
    ['12:00', '2019-07-15T13:00:00.000+08:00', true],
  ])('due %s, received %s: late %s', (time, received, expected) => {
    expect(isLate(time, Date.parse(received))).toBe(expected);
  });

  test('the due instant lies on the day that is judged', () => {
    expect(shanghai.dayOf(dueOn('2018-07-15').at)).toBe('2018-07-16');
    expect(dueOn('2018-07-15').at).toBe(at('2018-07-17 00:00') - 1);
  });
});

test('steps are counted from the working days around the date as written', () => {
  const due = dueOn('2018-07-15');
  expect(lastWorkdayOnOrBefore(due, china)).toBe('2018-07-13');
  expect(firstWorkdayOnOrAfter(due, china)).toBe('2018-07-16');
});
