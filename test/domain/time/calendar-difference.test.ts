import { expect, test } from 'vitest';
import { calendarDifference } from '../../../domain/time/calendar-difference.ts';
import { day } from '../../../domain/time/time.ts';
import { shippedCalendar } from '../../../gateways/calendar/holidays.ts';

const shipped = shippedCalendar();
const NOTHING = { published: [], withdrawn: [], days: [] };

test('a calendar does not differ from itself, nor by its version or a festival’s name alone', () => {
  const festival = day('2018-10-01');
  const renamed = { ...shipped.holidays, [festival]: '国庆' };
  const again = { ...structuredClone(shipped), version: 'again', holidays: renamed };
  expect(calendarDifference(shipped, again)).toEqual(NOTHING);
});

test('each day that changes kind is a sentence with both kinds', () => {
  const wednesday = day('2018-07-11');
  const saturday = day('2018-07-14');
  const after = {
    ...shipped,
    holidays: { ...shipped.holidays, [wednesday]: '台风停工' },
    workdays: { ...shipped.workdays, [saturday]: '台风停工' },
  };
  const { days } = calendarDifference(shipped, after);
  expect(days.map(({ sentence }) => sentence)).toEqual([
    '2018-07-11（星期三）：上班 → 放假（台风停工）。',
    '2018-07-14（星期六）：休息 → 上班（台风停工调休）。',
  ]);
  expect(calendarDifference(after, shipped).days.map(({ on }) => on)).toEqual([
    wednesday,
    saturday,
  ]);
});

test('years that are published or withdrawn are named', () => {
  const [first, ...rest] = shipped.years;
  const fewer = { ...shipped, years: rest };
  expect(calendarDifference(fewer, shipped)).toMatchObject({ published: [first], withdrawn: [] });
  expect(calendarDifference(shipped, fewer)).toMatchObject({ published: [], withdrawn: [first] });
});
