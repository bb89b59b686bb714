import { describe, expect, test } from 'vitest';
import { planLadder } from '../../../domain/ladder/ladder.ts';
import { type Judgement, judgeSteps } from '../../../domain/ladder/newest-step.ts';
import type { StepState } from '../../../domain/ladder/step.ts';
import { instant } from '../../../domain/time/time.ts';
import { policy } from '../../support/rules/policy.ts';
import { at, china, dueOn, shanghai, show } from '../../support/time/dates.ts';

const due = dueOn('2018-07-15');
const window = { hours: policy.window, calendar: china, zone: shanghai };
const ladder = planLadder({
  policy,
  calendar: china,
  zone: shanghai,
  due,
  unitClass: 'town',
  cycle: { kind: 'first' },
});

/** The ladder of 2018H1 with some steps in other states than `planned`. */
const steps = (states: Record<string, StepState> = {}) =>
  ladder.map((step) => ({ ...step, state: states[step.key] ?? ('planned' as const) }));

/** The judgements other than a plain `keep`, in words; a kept step whose moment has come is `now`. */
function judged(asOf: string, states: Record<string, StepState> = {}): string[] {
  const moment = at(asOf);
  const isPast = (key: string) => ladder.some((step) => step.key === key && step.at <= moment);
  const inWords = (judgement: Judgement): string => {
    const { key } = judgement;
    if (judgement.verdict === 'skip') return `${key} ✗ ${judgement.reason}`;
    if (judgement.verdict === 'keep') return isPast(key) ? `${key} now` : '';
    return `${key} → ${show(judgement.at)} – ${show(judgement.notAfter).slice(11)}`;
  };
  return judgeSteps(steps(states), moment, due.at, window)
    .map(inWords)
    .filter((text) => text !== '');
}

const noticed: Record<string, StepState> = { notice: 'performed' };
const reminded: Record<string, StepState> = {
  ...noticed,
  'reminder-5': 'performed',
  'reminder-1': 'performed',
};
const backlog = '积压：只发最近一个节点';

describe('in the normal course', () => {
  test.each([
    ['2018-06-22 08:59', {}, []],
    ['2018-06-22 09:00', {}, ['notice now']],
    ['2018-06-22 12:00', {}, ['notice now']],
    ['2018-07-06 09:00', noticed, ['reminder-5 now']],
    ['2018-07-13 09:00', reminded, ['due now']],
  ])('%s: %o → %o', (asOf, states, expected) => {
    expect(judged(asOf, states)).toEqual(expected);
  });
});

describe('a late start or an outage brings the notice and the newest past step', () => {
  test.each([
    ['2018-06-25 10:00', {}, ['notice → 2018-06-25 10:00 – 12:00']],
    ['2018-06-25 13:00', {}, ['notice → 2018-06-25 14:30 – 17:30']],
    [
      '2018-07-10 10:00',
      {},
      ['notice → 2018-07-10 10:00 – 12:00', 'reminder-5 → 2018-07-10 10:00 – 12:00'],
    ],
    // The reminder's own window is open, yet it does not overtake the notice.
    [
      '2018-07-06 09:30',
      {},
      ['notice → 2018-07-06 09:30 – 12:00', 'reminder-5 → 2018-07-06 09:30 – 12:00'],
    ],
    [
      '2018-07-12 15:00',
      noticed,
      [`reminder-5 ✗ ${backlog}`, 'reminder-1 → 2018-07-12 15:00 – 17:30'],
    ],
    [
      '2018-07-20 10:00',
      {},
      [
        'notice → 2018-07-20 10:00 – 12:00',
        `reminder-5 ✗ ${backlog}`,
        `reminder-1 ✗ ${backlog}`,
        `due ✗ ${backlog}`,
        `chase-1 ✗ ${backlog}`,
        'press-3 → 2018-07-20 10:00 – 12:00',
      ],
    ],
  ])('%s: %o → %o', (asOf, states, expected) => {
    expect(judged(asOf, states)).toEqual(expected);
  });

  test('steps older than a performed one are backlog', () => {
    expect(judged('2018-07-12 15:00', { ...noticed, 'reminder-1': 'performed' })).toEqual([
      `reminder-5 ✗ ${backlog}`,
    ]);
  });

  test('a cancelled or skipped step does not make older ones backlog', () => {
    for (const state of ['cancelled', 'skipped'] as const) {
      expect(judged('2018-07-12 15:00', { ...noticed, 'reminder-1': state })).toEqual([
        'reminder-5 → 2018-07-12 15:00 – 17:30',
      ]);
    }
  });
});

describe('a step whose window closed', () => {
  test.each<[string, Record<string, StepState>, string[], string]>([
    ['2018-07-06 12:01', noticed, ['reminder-5 → 2018-07-06 14:30 – 17:30'], 'next window'],
    ['2018-07-06 20:00', noticed, ['reminder-5 → 2018-07-09 08:30 – 12:00'], 'after the weekend'],
    ['2018-07-12 18:00', reminded, [], 'nothing is left of a performed step'],
    ['2018-07-16 16:00', reminded, ['due → 2018-07-16 16:00 – 17:30'], 'still on time on Monday'],
    ['2018-07-16 18:00', reminded, ['due ✗ 期限已过，提醒不再适用'], 'the due day is over'],
    [
      '2018-07-18 18:00',
      { ...reminded, due: 'performed' },
      ['chase-1 → 2018-07-19 08:30 – 12:00'],
      'half an hour before the next step',
    ],
  ])('%s: %o → %o (%s)', (asOf, states, expected, _why) => {
    expect(judged(asOf, states)).toEqual(expected);
  });

  test('is skipped when the next step comes first, or at the same moment', () => {
    const [first, second] = steps(noticed).filter((step) => step.kind === 'reminder');
    if (!first || !second) throw new Error('the policy has two reminders');
    for (const next of ['2018-07-09 08:30', '2018-07-07 09:00']) {
      const pair = [first, { ...second, at: at(next) }];
      expect(judgeSteps(pair, at('2018-07-06 20:00'), due.at, window)[0]).toEqual({
        key: 'reminder-5',
        verdict: 'skip',
        reason: '下一节点先到',
      });
    }
  });
});

test('one millisecond after the window is outside it', () => {
  const [judgement] = judgeSteps(steps(), instant(at('2018-06-22 12:00') + 1), due.at, window);
  expect(judgement).toMatchObject({ key: 'notice', verdict: 'move', at: at('2018-06-22 14:30') });
});

test('of two steps moved to one instant only the severer goes out, in either order', () => {
  const two = steps(noticed).filter((step) => step.kind === 'chase' || step.kind === 'press');
  const moment = { at: at('2018-07-23 08:30'), notAfter: at('2018-07-23 12:00') };
  const same = two.map((step) => ({ ...step, ...moment }));
  for (const order of [same, same.toReversed()]) {
    const verdicts = judgeSteps(order, moment.at, due.at, window);
    expect(verdicts.map(({ key, verdict }) => `${key} ${verdict}`)).toEqual([
      'chase-1 skip',
      'press-3 keep',
    ]);
  }
});

test('the notice goes out even when another step comes no later', () => {
  const [notice, reminder] = steps();
  if (!notice || !reminder) throw new Error('the policy has a notice and a reminder');
  const pair = [notice, { ...reminder, at: at('2018-06-25 08:30') }];
  expect(judgeSteps(pair, at('2018-06-22 20:00'), due.at, window)[0]).toMatchObject({
    key: 'notice',
    verdict: 'move',
    at: at('2018-06-25 08:30'),
  });
});

test('a judgement that was carried out is the same a moment later', () => {
  const asOf = at('2018-07-20 10:00');
  const carriedOut = steps().map((step) => {
    const judgement = judgeSteps(steps(), asOf, due.at, window).find((j) => j.key === step.key);
    if (judgement?.verdict === 'move') return { ...step, ...judgement };
    return judgement?.verdict === 'skip' ? { ...step, state: 'skipped' as const } : step;
  });
  const again = judgeSteps(carriedOut, instant(asOf + 1000), due.at, window);
  expect(again.every((judgement) => judgement.verdict === 'keep')).toBe(true);
});
