import { describe, expect, test } from 'vitest';
import { groupMoments, nextGroupText, nextMorning } from '../../../domain/round/bureau-days.ts';
import { day, timeOfDay } from '../../../domain/time/time.ts';
import { policy } from '../../support/rules/policy.ts';
import { at, china, dueOn, shanghai, show } from '../../support/time/dates.ts';

const rules = {
  policy: { ...policy, digestAt: timeOfDay('08:40') },
  calendar: china,
  zone: shanghai,
};
const opened = at('2018-09-03 09:00');

/** 2018: Saturday 29 and Sunday 30 September are worked, 1 to 7 October is off. */
test.each([
  ['a working day before the moment', '2018-09-27 07:00', null, '2018-09-27 08:40'],
  ['the moment itself', '2018-09-27 08:40', null, '2018-09-27 08:40'],
  ['late on that day', '2018-09-27 16:00', '2018-09-26', '2018-09-27 08:40'],
  ['after the day’s send window', '2018-09-27 17:31', '2018-09-26', '2018-09-28 08:40'],
  ['once it is done', '2018-09-27 09:00', '2018-09-27', '2018-09-28 08:40'],
  ['a make-up Saturday', '2018-09-29 07:00', '2018-09-28', '2018-09-29 08:40'],
  ['the eve of a make-up day', '2018-09-28 18:00', '2018-09-28', '2018-09-29 08:40'],
  ['a holiday', '2018-10-03 10:00', '2018-09-30', '2018-10-08 08:40'],
  ['a week after the last one', '2018-09-21 10:00', '2018-09-12', '2018-09-21 08:40'],
  ['the day of the opening, which came later', '2018-09-03 09:30', null, '2018-09-04 08:40'],
])('%s: %s', (_, now, doneOn, expected) => {
  const kept = { since: opened, doneOn: doneOn === null ? null : day(doneOn) };
  const next = nextMorning(rules, kept, at(now));
  expect(next && show(next)).toBe(expected);
});

test('a policy without a digest has no morning', () => {
  const kept = { since: opened, doneOn: null };
  expect(nextMorning({ ...rules, policy }, kept, at('2018-09-27 07:00'))).toBeNull();
});

describe('the work group', () => {
  const due = dueOn('2018-07-15');
  const kept = { since: at('2018-06-22 09:00'), doneOn: null };

  test('gets a text on the due day’s working day and on the days of 催报', () => {
    expect(groupMoments(rules, due).map(show)).toEqual(['2018-07-13 09:00', '2018-07-17 10:30']);
  });

  test.each([
    ['2018-07-01 10:00', null, '2018-07-13 09:00'],
    ['2018-07-13 15:00', null, '2018-07-13 09:00'],
    ['2018-07-13 15:00', '2018-07-13', '2018-07-17 10:30'],
    ['2018-07-14 15:00', null, '2018-07-17 10:30'],
    ['2018-07-17 17:45', '2018-07-13', null],
  ])('%s, spoken to on %s: %s', (now, doneOn, expected) => {
    const done = { ...kept, doneOn: doneOn === null ? null : day(doneOn) };
    const next = nextGroupText(rules, due, done, at(now));
    expect(next && show(next)).toBe(expected);
  });
});
