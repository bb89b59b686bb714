import { expect, test } from 'vitest';
import { postponedByPromise } from '../../../domain/ladder/look.ts';
import type { Step } from '../../../domain/ladder/step.ts';
import { day } from '../../../domain/time/time.ts';
import { ladder } from '../../support/rules/ladder.ts';
import { policy } from '../../support/rules/policy.ts';
import { china, shanghai, show } from '../../support/time/dates.ts';

const window = { hours: policy.window, calendar: china, zone: shanghai };
const steps: Step[] = ladder('2018-07-15').map(({ to, ...planned }) => ({
  ...planned,
  obligation: 'zhongshan-2017-2020/2018H1/nongyeju',
  cycle: 1,
  state: 'planned',
  firstAt: planned.at,
  addressing: to,
  reason: null,
}));

/** The steps that a promise changed, as `key moment` or `key ✗`. */
const changed = (promisedOn: string | null, before = steps): string[] =>
  postponedByPromise(before, promisedOn === null ? null : day(promisedOn), window)
    .filter((step, index) => step !== before[index])
    .map((step) => `${step.key} ${step.state === 'skipped' ? '✗' : show(step.at)}`);

// Without a promise: chase-1 Tuesday 07-17 10:30, press-3 Thursday 07-19 09:00, supervise-5 Monday 07-23 09:00.
test.each<[string | null, string[]]>([
  [null, []],
  ['2018-07-16', []],
  ['2018-07-17', ['chase-1 2018-07-18 10:30']],
  // The day after is that of the next step, which comes first: a milder one is not sent behind it.
  ['2018-07-18', ['chase-1 ✗']],
  ['2018-07-19', ['chase-1 ✗', 'press-3 2018-07-20 09:00']],
  ['2018-07-20', ['chase-1 ✗', 'press-3 ✗']],
  ['2018-07-23', ['chase-1 ✗', 'press-3 ✗', 'supervise-5 2018-07-24 09:00']],
])('promised for %s: %j', (promisedOn, expected) => {
  expect(changed(promisedOn)).toEqual(expected);
});

test('the reason names the promise; the first moment is kept', () => {
  const chase = postponedByPromise(steps, day('2018-07-17'), window).find(
    (s) => s.key === 'chase-1',
  );
  expect(chase?.reason).toBe('已承诺2018-07-17前报送，顺延');
  expect(chase && show(chase.firstAt)).toBe('2018-07-17 10:30');
});

test('reminders before the due date and performed steps are not postponed', () => {
  const performed = steps.map(
    (step): Step => (step.key === 'chase-1' ? { ...step, state: 'performed' } : step),
  );
  expect(changed('2018-07-19', performed)).toEqual(['press-3 2018-07-20 09:00']);
});

test('the same promise moves a postponed step no further', () => {
  const held = postponedByPromise(steps, day('2018-07-17'), window);
  expect(changed('2018-07-17', held)).toEqual([]);
});
