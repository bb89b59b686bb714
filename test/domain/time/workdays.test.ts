import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { weekdayName } from '../../../domain/time/dates-in-words.ts';
import { day } from '../../../domain/time/time.ts';
import {
  addDays,
  daysBetween,
  isPublished,
  isSpanPublished,
  isWorkday,
  springFestivalStart,
  workdayOnOrAfter,
  workdayOnOrBefore,
  workdaysAfter,
  workdaysBefore,
} from '../../../domain/time/workdays.ts';
import { beforeExtension, china } from '../../support/time/dates.ts';

describe('a day is worked by the week, unless a notice says otherwise', () => {
  test.each([
    ['2018-07-13', true, 'a plain Friday'],
    ['2018-07-14', false, 'a plain Saturday'],
    ['2018-07-15', false, 'a plain Sunday'],
    ['2018-01-01', false, 'New Year, a Monday'],
    ['2018-06-16', false, 'a Saturday that some sources wrongly call a make-up day'],
    ['2018-12-29', true, 'a make-up Saturday, by the notice for 2019'],
    ['2018-12-31', false, 'a Monday off, by the notice for 2019'],
    ['2019-02-02', true, 'a make-up Saturday before the Spring Festival'],
    ['2019-02-03', true, 'a make-up Sunday before the Spring Festival'],
    ['2019-04-28', true, 'a make-up Sunday of the amendment of 2019-03-22'],
    ['2019-05-03', false, 'off by the same amendment'],
    ['2020-01-19', true, 'a make-up Sunday right after the due date'],
    ['2020-01-31', false, 'off by the extension of 2020-01-27'],
    ['2020-02-01', false, 'a make-up Saturday that the extension took back'],
    ['2023-01-28', true, 'a make-up Saturday'],
  ])('%s: %s, %s', (on, expected) => {
    expect(isWorkday(china, day(on))).toBe(expected);
  });

  test('before the extension of 2020-01-27 the last days were worked', () => {
    const days = ['2020-01-30', '2020-01-31', '2020-02-01', '2020-02-02', '2020-02-03'].map(day);
    expect(days.map((on) => isWorkday(beforeExtension, on))).toEqual([
      false,
      true,
      true,
      false,
      true,
    ]);
  });
});

describe('days that no notice decides are marked', () => {
  test.each([
    ['2018-07-15', true],
    ['2026-12-24', true],
    ['2026-12-25', false],
    ['2025-12-31', true],
    ['2027-01-15', false],
    ['2028-07-15', false],
    ['2003-12-31', false],
  ])('%s published: %s', (on, expected) => {
    expect(isPublished(china, day(on))).toBe(expected);
  });

  test('a step counted back from an unpublished January is uncertain also in November', () => {
    expect(isSpanPublished(china, day('2026-11-30'), day('2027-01-15'))).toBe(false);
    expect(isSpanPublished(china, day('2027-01-15'), day('2026-11-30'))).toBe(false);
    expect(isSpanPublished(china, day('2026-07-15'), day('2026-06-24'))).toBe(true);
  });

  test('an unpublished year is counted by the week', () => {
    expect(isWorkday(china, day('2028-10-02'))).toBe(true);
    expect(workdayOnOrAfter(china, day('2028-01-15'))).toBe('2028-01-17');
  });
});

describe('counting', () => {
  test('the day itself is not counted, and 0 gives the day', () => {
    expect(workdaysBefore(china, day('2019-01-15'), 3)).toBe('2019-01-10');
    expect(workdaysAfter(china, day('2018-07-16'), 1)).toBe('2018-07-17');
    expect(workdaysBefore(china, day('2018-07-15'), 0)).toBe('2018-07-15');
    expect(workdaysAfter(china, day('2018-07-15'), 0)).toBe('2018-07-15');
  });

  test('calendar days cross months, years and 29 February', () => {
    expect(addDays(day('2019-12-31'), 1)).toBe('2020-01-01');
    expect(addDays(day('2020-03-01'), -1)).toBe('2020-02-29');
    expect(daysBetween(day('2018-01-15'), day('2018-07-15'))).toBe(181);
    expect(daysBetween(day('2018-07-15'), day('2018-07-14'))).toBe(-1);
  });

  test('weekdays have their Chinese names', () => {
    expect(weekdayName(day('2018-07-15'))).toBe('星期日');
    expect(weekdayName(day('2020-01-15'))).toBe('星期三');
    expect(weekdayName(day('2018-07-14'))).toBe('星期六');
  });
});

test.each([
  [2018, '2018-02-15'],
  [2019, '2019-02-04'],
  [2020, '2020-01-24'],
  [2021, '2021-02-11'],
  [2023, '2023-01-21'],
  [2027, null],
])('the Spring Festival holiday of %i begins on %s', (year, expected) => {
  expect(springFestivalStart(china, year)).toBe(expected);
});

const anyDay = fc.integer({ min: 0, max: 365 * 25 }).map((n) => addDays(day('2004-01-01'), n));

test('counting on and counting back are inverse from a working day', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 40 }), (any, n) => {
      const from = workdayOnOrAfter(china, any);
      expect(workdaysBefore(china, workdaysAfter(china, from, n), n)).toBe(from);
      expect(workdaysAfter(china, workdaysBefore(china, from, n), n)).toBe(from);
    }),
  );
});

test('there is no working day between a day and its two neighbours', () => {
  fc.assert(
    fc.property(anyDay, (on) => {
      const before = workdayOnOrBefore(china, on);
      const after = workdayOnOrAfter(china, on);
      expect([before, after].every((found) => isWorkday(china, found))).toBe(true);
      if (before !== on) expect(after).toBe(workdaysAfter(china, before, 1));
    }),
  );
});
