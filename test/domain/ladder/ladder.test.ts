import { describe, expect, test } from 'vitest';
import { type Cycle, opensAt, planLadder } from '../../../domain/ladder/ladder.ts';
import type { Policy } from '../../../domain/plan/policy.ts';
import { ladder, shown } from '../../support/rules/ladder.ts';
import { policy } from '../../support/rules/policy.ts';
import { at, beforeExtension, china, dueOn, shanghai, show } from '../../support/time/dates.ts';

describe('the ladder of the shipped policy', () => {
  test('goes from the notice to the third 督办, each in its window', () => {
    expect(shown('2018-07-15')).toEqual([
      'notice 2018-06-22 09:00',
      'reminder-5 2018-07-06 09:00',
      'reminder-1 2018-07-12 09:00',
      'due 2018-07-13 09:00',
      'chase-1 2018-07-17 10:30',
      'press-3 2018-07-19 09:00',
      'supervise-5 2018-07-23 09:00',
      'supervise-10 2018-07-30 09:00',
      'supervise-15 2018-08-06 09:00',
    ]);
    expect(ladder('2018-07-15').every((step) => show(step.notAfter).endsWith('12:00'))).toBe(true);
  });

  test('always has three repetitions ahead of those performed', () => {
    const keys = ladder('2018-07-15', { performedRepeats: 2 }).map((step) => step.key);
    expect(keys.slice(-5)).toEqual([
      'supervise-5',
      'supervise-10',
      'supervise-15',
      'supervise-20',
      'supervise-25',
    ]);
  });

  test('keeps its keys when a new calendar moves the instants', () => {
    const keys = (calendar: typeof china) =>
      ladder('2020-01-15', { calendar }).map((step) => step.key);
    expect(keys(beforeExtension)).toEqual(keys(china));
  });

  test('has the recipients of the policy', () => {
    const press = ladder('2018-07-15').find((step) => step.key === 'press-3');
    expect(press?.to).toEqual(policy.steps.find((step) => step.kind === 'press')?.to);
  });

  test('ends for a central body in one task of an officer', () => {
    const steps = ladder('2018-07-15', { unitClass: 'central' });
    expect(steps.map((step) => step.key)).toEqual([
      'notice',
      'reminder-5',
      'reminder-1',
      'due',
      'chase-1',
      'press-3',
    ]);
    expect(steps.at(-1)).toMatchObject({
      kind: 'press',
      at: at('2018-07-19 09:00'),
      to: [{ slot: 'officer', channels: ['task'], release: 'automatic' }],
    });
  });

  test('does not repeat the task that stands for a repeating step', () => {
    const classes: Policy['classes'] = {
      ...policy.classes,
      central: { highest: 'press', wording: 'request' },
    };
    const steps = planLadder({
      policy: { ...policy, classes },
      calendar: china,
      zone: shanghai,
      due: dueOn('2018-07-15'),
      unitClass: 'central',
      cycle: { kind: 'first' },
    });
    expect(steps.filter((step) => step.kind === 'supervise').map((step) => step.key)).toEqual([
      'supervise-5',
    ]);
  });
});

describe('a new due date', () => {
  test('set by an extension begins the same ladder without the notice, from then on', () => {
    const cycle: Cycle = { kind: 'extended', from: at('2018-07-13 15:00') };
    expect(shown('2018-07-20', { cycle }).slice(0, 4)).toEqual([
      'reminder-1 2018-07-19 09:00',
      'due 2018-07-20 09:00',
      'chase-1 2018-07-23 10:30',
      'press-3 2018-07-25 09:00',
    ]);
  });

  test('given far ahead still brings no second notice', () => {
    const cycle: Cycle = { kind: 'extended', from: at('2018-07-13 15:00') };
    expect(shown('2018-08-31', { cycle })[0]).toBe('reminder-5 2018-08-24 09:00');
  });

  test.each([
    ['2018-07-18 11:00', ['reminder-1 2018-07-19 09:00', 'returned-task 2018-07-23 10:30']],
    ['2018-07-19 11:00', ['reminder-1 2018-07-20 09:00', 'returned-task 2018-07-23 10:30']],
    ['2018-07-20 11:00', ['returned-task 2018-07-23 10:30']],
  ])('after a return at %s brings one reminder and a task', (from, expected) => {
    expect(shown('2018-07-20', { cycle: { kind: 'returned', from: at(from) } })).toEqual(expected);
  });

  test('set by a return ends in a task for an officer, for every class', () => {
    const cycle: Cycle = { kind: 'returned', from: at('2018-07-18 11:00') };
    for (const unitClass of ['municipal', 'central'] as const) {
      expect(ladder('2018-07-20', { cycle, unitClass }).at(-1)).toMatchObject({
        kind: 'chase',
        to: [{ slot: 'officer', channels: ['task'], release: 'automatic' }],
      });
    }
  });
});

test('a round opens with its notice', () => {
  const rules = { policy, calendar: china, zone: shanghai, due: dueOn('2018-07-15') };
  expect(show(opensAt(rules))).toBe('2018-06-22 09:00');
  const silent = { ...policy, steps: policy.steps.filter((step) => step.kind !== 'notice') };
  expect(() => opensAt({ ...rules, policy: silent })).toThrow(/没有报送通知（notice）节点/);
});
