import { describe, expect, it, test } from 'vitest';
import { compileReason, nextCompileMoment } from '../../../domain/round/compile-decision.ts';
import type { NewestCompilation } from '../../../domain/round/round.ts';
import { at, dueOn } from '../../support/time/dates.ts';

const facts = {
  outstanding: 3,
  compileWanted: false,
  reportSeq: 40,
  draftAt: at('2018-07-23 09:00'),
  compileAt: at('2018-07-30 09:00'),
  due: dueOn('2018-07-15'),
};
const draft = (madeAt: string, reportSeq = 40): NewestCompilation => ({
  version: 1,
  reportSeq,
  draft: true,
  madeAt: at(madeAt),
});
const whole = { ...draft('2018-07-18 10:00'), draft: false };
const early = draft('2018-07-23 09:00');

describe('the first version is made', () => {
  test.each([
    ['never while reports are missing and no date has come', 3, '2018-07-23 08:59', null],
    ['when the last report has come', 0, '2018-07-13 10:00', '全部报齐'],
    ['as a draft on the draft date', 3, '2018-07-23 09:00', '初稿'],
    ['on the compile date', 3, '2018-07-30 09:00', '汇总日'],
    ['named by completeness when both hold', 0, '2018-07-30 09:00', '全部报齐'],
  ])('%s', (_, outstanding, asOf, expected) => {
    expect(compileReason({ ...facts, outstanding }, null, at(asOf))).toBe(expected);
  });

  it('at no draft date when there is none', () => {
    const without = { ...facts, draftAt: null };
    expect(compileReason(without, null, at('2018-07-29 09:00'))).toBeNull();
  });
});

describe('a further version is made', () => {
  test.each<[string, number, NewestCompilation, string, string | null]>([
    ['not without cause', 3, early, '2018-07-24 09:00', null],
    ['when the newest is stale', 3, draft('2018-07-23 09:00', 39), '2018-07-24 09:00', '内容有变'],
    [
      'when a draft becomes whole',
      0,
      draft('2018-07-23 09:00', 39),
      '2018-07-24 09:00',
      '全部报齐',
    ],
    ['on the compile date, after the draft', 3, early, '2018-07-30 09:00', '汇总日'],
    ['but not twice', 3, draft('2018-07-30 09:00'), '2018-07-30 09:00', null],
    ['nor when the whole was made before', 0, whole, '2018-07-30 09:00', null],
    ['when the whole is stale', 0, { ...whole, reportSeq: 38 }, '2018-08-02 09:00', '内容有变'],
    [
      'when a whole one misses a report again',
      1,
      { ...whole, reportSeq: 38 },
      '2018-07-19 09:00',
      '内容有变',
    ],
  ])('%s', (_, outstanding, newest, asOf, expected) => {
    expect(compileReason({ ...facts, outstanding }, newest, at(asOf))).toBe(expected);
  });
});

it('the bureau may ask for one at any time', () => {
  const wanted = { ...facts, compileWanted: true };
  expect(compileReason(wanted, null, at('2018-07-01 09:00'))).toBe('人工汇总');
  expect(compileReason(wanted, early, at('2018-07-24 09:00'))).toBe('人工汇总');
});

test.each([
  ['2018-07-01 09:00', '2018-07-23 09:00'],
  ['2018-07-23 09:00', '2018-07-30 09:00'],
  ['2018-07-30 09:00', null],
])('after %s the next moment by itself is %s', (asOf, expected) => {
  expect(nextCompileMoment(facts, at(asOf))).toBe(expected === null ? null : at(expected));
});
