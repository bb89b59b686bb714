import { describe, expect, test } from 'vitest';
import { compileDates } from '../../../domain/round/round-dates.ts';
import { policy } from '../../support/rules/policy.ts';
import { beforeExtension, china, dueOn, shanghai, show } from '../../support/time/dates.ts';

const dates = (nominal: string, calendar = china, compile = policy.compile) => {
  const found = compileDates({ compile }, dueOn(nominal, calendar), calendar, shanghai);
  expect(shanghai.dayOf(found.compileAt)).toBe(found.compileOn);
  return [found.draftAt && show(found.draftAt), show(found.compileAt)];
};

describe('the seven rounds of the plan, by the reference table', () => {
  test.each([
    ['2018-01-15', '2018-01-22 09:00', '2018-01-29 09:00'],
    ['2018-07-15', '2018-07-23 09:00', '2018-07-30 09:00'],
    ['2019-01-15', '2019-01-22 09:00', '2019-01-29 09:00'],
    ['2019-07-15', '2019-07-22 09:00', '2019-07-29 09:00'],
    ['2020-01-15', '2020-01-21 09:00', '2020-01-23 09:00'],
    ['2020-07-15', '2020-07-22 09:00', '2020-07-29 09:00'],
    ['2021-01-15', '2021-01-22 09:00', '2021-01-29 09:00'],
  ])('%s: draft %s, compiled %s', (nominal, draft, compiled) => {
    expect(dates(nominal)).toEqual([draft, compiled]);
  });
});

test('the compile date of 2020-01-15 is the same before and after the extension', () => {
  expect(dates('2020-01-15', beforeExtension)).toEqual(dates('2020-01-15'));
});

test('no draft comes before a compile date that the Spring Festival sets earlier than T+5', () => {
  expect(dates('2023-01-15')).toEqual([null, '2023-01-20 09:00']);
});

test('a plan may ignore the Spring Festival', () => {
  const compile = { ...policy.compile, beforeSpringFestival: false };
  expect(dates('2020-01-15', china, compile)).toEqual(['2020-01-21 09:00', '2020-02-05 09:00']);
});

test('a due date on the eve of the holiday is compiled after the holiday, not on the same day', () => {
  expect(dates('2023-01-20')).toEqual(['2023-02-01 09:00', '2023-02-08 09:00']);
});

test('without a published notice the festival is unknown and T+10 stands', () => {
  expect(dates('2028-01-15')).toEqual(['2028-01-24 09:00', '2028-01-31 09:00']);
});
