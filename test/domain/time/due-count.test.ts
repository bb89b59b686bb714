import { expect, test } from 'vitest';
import { dueCount, dueCountText } from '../../../domain/time/due.ts';
import { day } from '../../../domain/time/time.ts';
import { workdaysBetween } from '../../../domain/time/workdays.ts';
import { shippedCalendar } from '../../../gateways/calendar/holidays.ts';

const calendar = shippedCalendar();
const due = { nominal: day('2018-07-15') };

test.each([
  ['2018-06-22', 'T−15', 'the notice'],
  ['2018-07-06', 'T−5', 'the first reminder'],
  ['2018-07-12', 'T−1', 'the second reminder'],
  ['2018-07-13', 'T', 'the last working day before a Sunday'],
  ['2018-07-14', 'T', 'the Saturday between'],
  ['2018-07-15', 'T', 'the date as written'],
  ['2018-07-16', 'T', 'the effective date'],
  ['2018-07-17', 'T+1', 'the day of 催报'],
  ['2018-07-19', 'T+3', 'the day of 催办'],
  ['2018-07-22', 'T+4', 'a Sunday counts as the Friday before it'],
  ['2018-07-23', 'T+5', 'the day of 督办'],
])('%s is %s: %s', (on, text) => {
  expect(dueCountText(dueCount(due, day(on), calendar))).toBe(text);
});

test('make-up days count as working days, holidays do not', () => {
  expect(workdaysBetween(calendar, day('2018-02-10'), day('2018-02-24'))).toBe(7);
});
