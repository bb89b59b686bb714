import { expect, test } from 'vitest';
import type { Problem } from '../../../domain/problem.ts';
import {
  coverage,
  label,
  next,
  nominalDue,
  parsePeriod,
  periodInPlan,
  periodsInPlan,
  periodsOfPlan,
  periodsOfYear,
  previous,
  yearOf,
} from '../../../domain/time/period.ts';
import { day } from '../../../domain/time/time.ts';
import { shippedPlan } from '../../../rehearsal/shipped-plan.ts';
import obligations from '../../fixtures/plan/obligations.json' with { type: 'json' };

const { deadlines } = shippedPlan;

test.each(obligations.periods)('$period is called $label and due $due', (expected) => {
  const period = parsePeriod(expected.period);
  expect(label(period)).toBe(expected.label);
  expect(nominalDue(period, deadlines)).toBe(expected.due);
  expect(yearOf(period)).toBe(Number(expected.due.slice(0, 4)));
});

test('the plan has the seven periods that follow its issue, the last due after its end', () => {
  expect(periodsOfPlan(shippedPlan)).toEqual(obligations.periods.map(({ period }) => period));
});

test.each([
  ['the day before it is due', '2018-01-15', '2017H2'],
  ['the day after it was due', '2018-01-16', '2018H1'],
])('a plan that begins on %s has its first period accordingly', (_, validFrom, first) => {
  expect(periodsOfPlan({ ...shippedPlan, validFrom: day(validFrom) })[0]).toBe(first);
});

test.each(['2018h3', '2018', '18H1', '2018H12', '2018年上半年', ''])(
  '“%s” is refused with an example',
  (text) => {
    expect(() => parsePeriod(text)).toThrow(`“${text}”不是报送期`);
    expect(() => parsePeriod(text)).toThrow('例如 2018H1');
  },
);

test('case and outer space do not matter', () => {
  expect(parsePeriod(' 2018h1\n')).toBe('2018H1');
});

test('a half-year covers its first to its last day', () => {
  expect(coverage(parsePeriod('2018H1'))).toEqual({ from: '2018-01-01', to: '2018-06-30' });
  expect(coverage(parsePeriod('2017H2'))).toEqual({ from: '2017-07-01', to: '2017-12-31' });
});

test('a year is its two due dates, the half-year before first', () => {
  expect(periodsOfYear(2018)).toEqual(['2017H2', '2018H1']);
});

test('previous undoes next, over the end of a year too', () => {
  expect(next(parsePeriod('2017H2'))).toBe('2018H1');
  for (const { period } of obligations.periods) {
    expect(previous(next(parsePeriod(period)))).toBe(period);
  }
});

test('the last year of the plan has its January period only', () => {
  expect(periodsInPlan(shippedPlan, 2018)).toEqual(['2017H2', '2018H1']);
  expect(periodsInPlan(shippedPlan, 2021)).toEqual(['2020H2']);
});

test.each([2017, 2022, 1999])('the year %d is refused with the years that are allowed', (year) => {
  expect(() => periodsInPlan(shippedPlan, year)).toThrow(
    `${year} 年度不在方案有效期（2017-08-09 至 2020-12-31）内，可用的年度：2018、2019、2020、2021。`,
  );
});

test('a period outside the plan is refused with the periods that are allowed', () => {
  expect(periodInPlan(shippedPlan, '2018H1')).toBe('2018H1');
  expect(() => periodInPlan(shippedPlan, '2021H1')).toThrow(
    /^报送期 2021H1 不在方案有效期.*2017H2、2018H1、.*2020H2。$/,
  );
  expect(caught(() => periodInPlan(shippedPlan, '2021H1')).code).toBe('not_found');
});

function caught(run: () => unknown): Problem {
  try {
    run();
  } catch (error) {
    return error as Problem;
  }
  throw new Error('nothing was thrown');
}
