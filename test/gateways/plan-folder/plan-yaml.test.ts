import { expect, test } from 'vitest';
import { shippedPlan } from '../../../rehearsal/shipped-plan.ts';

const { policy } = shippedPlan;

test('the shipped policy is the table of the product', () => {
  const table = policy.steps.map(({ kind, days, count, at, repeatEvery, to }) => [
    kind,
    days,
    count,
    at,
    repeatEvery ?? null,
    to.map(({ slot, channels, release, onlyIf }) =>
      [slot, channels.join('+'), release, onlyIf].filter(Boolean).join(' '),
    ),
  ]);
  expect(table).toEqual([
    [
      'notice',
      -15,
      'workdays',
      '09:00',
      null,
      ['liaison email automatic', 'deputy email automatic'],
    ],
    ['reminder', -5, 'workdays', '09:00', null, ['liaison email+sms automatic']],
    ['reminder', -1, 'workdays', '09:00', null, ['liaison email+sms automatic']],
    ['due', 0, 'workdays', '09:00', null, ['liaison email automatic', 'deputy email automatic']],
    [
      'chase',
      1,
      'workdays',
      '10:30',
      null,
      ['liaison email+sms automatic', 'deputy email automatic unreached'],
    ],
    ['press', 3, 'workdays', '09:00', null, ['liaison email+sms automatic', 'leader letter held']],
    ['supervise', 5, 'workdays', '09:00', 5, ['office slip held']],
  ]);
  expect(policy.window).toEqual([
    { from: '08:30', to: '12:00' },
    { from: '14:30', to: '17:30' },
  ]);
  expect(policy.contactCheck).toEqual({ days: -20, at: '09:00' });
  expect(policy.callListAt).toBe('14:30');
  expect([policy.digestAt, policy.groupText]).toEqual(['08:40', { robot: true }]);
  expect(policy.compile).toEqual({
    afterWorkdays: 10,
    draftAfterWorkdays: 5,
    at: '09:00',
    beforeSpringFestival: true,
  });
});

test('only municipal departments and towns get more than 催报, the others are asked politely', () => {
  const classes = Object.entries(policy.classes);
  expect(classes).toHaveLength(7);
  for (const [unitClass, rule] of classes) {
    expect(rule).toEqual(
      unitClass === 'municipal' || unitClass === 'town'
        ? { highest: 'supervise', wording: 'order' }
        : { highest: 'chase', wording: 'request' },
    );
  }
});
