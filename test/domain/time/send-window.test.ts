import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fitAfter,
  fitBefore,
  nextWindowStart,
  windowEnd,
} from '../../../domain/time/send-window.ts';
import { DAY, instant } from '../../../domain/time/time.ts';
import { isWorkday } from '../../../domain/time/workdays.ts';
import { policy } from '../../support/rules/policy.ts';
import { at, china, shanghai, show } from '../../support/time/dates.ts';

const window = { hours: policy.window, calendar: china, zone: shanghai };

describe('what does not fit the send window moves to the start of its previous or next part', () => {
  test.each([
    // moment, before, after, end of the window, next start
    [
      '2018-07-17 10:30',
      '2018-07-17 10:30',
      '2018-07-17 10:30',
      '2018-07-17 12:00',
      '2018-07-17 14:30',
    ],
    [
      '2018-07-17 08:30',
      '2018-07-17 08:30',
      '2018-07-17 08:30',
      '2018-07-17 12:00',
      '2018-07-17 14:30',
    ],
    [
      '2018-07-17 08:29',
      '2018-07-16 14:30',
      '2018-07-17 08:30',
      '2018-07-17 12:00',
      '2018-07-17 08:30',
    ],
    [
      '2018-07-17 12:00',
      '2018-07-17 12:00',
      '2018-07-17 12:00',
      '2018-07-17 12:00',
      '2018-07-17 14:30',
    ],
    [
      '2018-07-17 12:01',
      '2018-07-17 08:30',
      '2018-07-17 14:30',
      '2018-07-17 17:30',
      '2018-07-17 14:30',
    ],
    [
      '2018-07-17 17:30',
      '2018-07-17 17:30',
      '2018-07-17 17:30',
      '2018-07-17 17:30',
      '2018-07-18 08:30',
    ],
    [
      '2018-07-17 23:00',
      '2018-07-17 14:30',
      '2018-07-18 08:30',
      '2018-07-18 12:00',
      '2018-07-18 08:30',
    ],
    // A Sunday; the make-up Sunday 2020-01-19; the long holiday of 2020.
    [
      '2018-07-15 09:00',
      '2018-07-13 14:30',
      '2018-07-16 08:30',
      '2018-07-16 12:00',
      '2018-07-16 08:30',
    ],
    [
      '2020-01-19 09:00',
      '2020-01-19 09:00',
      '2020-01-19 09:00',
      '2020-01-19 12:00',
      '2020-01-19 14:30',
    ],
    [
      '2020-01-28 09:00',
      '2020-01-23 14:30',
      '2020-02-03 08:30',
      '2020-02-03 12:00',
      '2020-02-03 08:30',
    ],
  ])('%s', (moment, before, after, end, next) => {
    expect([
      show(fitBefore(window, at(moment))),
      show(fitAfter(window, at(moment))),
      show(windowEnd(window, at(moment))),
      show(nextWindowStart(window, at(moment))),
    ]).toEqual([before, after, end, next]);
  });
});

test('the closing minute is inside, the millisecond after it is not', () => {
  const close = at('2018-07-17 12:00');
  expect(fitAfter(window, close)).toBe(close);
  expect(fitAfter(window, instant(close + 1))).toBe(at('2018-07-17 14:30'));
});

test('a window without any part is an error, not an endless search', () => {
  const empty = { ...window, hours: [] };
  for (const ask of [fitBefore, fitAfter, windowEnd, nextWindowStart]) {
    expect(() => ask(empty, at('2018-07-17 10:30'))).toThrow(/at least one part/);
  }
});

const moments = fc
  .integer({ min: 0, max: 6 * 365 * 24 * 60 })
  .map((minutes) => instant(Date.UTC(2017, 0, 1) + minutes * 60_000));

test('fitting never moves the wrong way, lands inside the window, and fitting again changes nothing', () => {
  fc.assert(
    fc.property(moments, (moment) => {
      const before = fitBefore(window, moment);
      const after = fitAfter(window, moment);
      expect(before).toBeLessThanOrEqual(moment);
      expect(after).toBeGreaterThanOrEqual(moment);
      for (const fitted of [before, after]) {
        expect(isWorkday(china, shanghai.dayOf(fitted))).toBe(true);
        expect(fitAfter(window, fitted)).toBe(fitted);
        expect(fitBefore(window, fitted)).toBe(fitted);
        expect(windowEnd(window, fitted)).toBeGreaterThanOrEqual(fitted);
        expect(windowEnd(window, fitted) - fitted).toBeLessThan(DAY);
      }
      expect(nextWindowStart(window, moment)).toBeGreaterThan(moment);
    }),
  );
});
