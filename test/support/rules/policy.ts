/** A policy like that of the shipped plan, written out, so that tests of rules do not change with the plan. */
import type { Addressing, Policy, StepPolicy } from '../../../domain/plan/policy.ts';
import { timeOfDay } from '../../../domain/time/time.ts';

const nine = timeOfDay('09:00');

const send = (slot: Addressing['slot'], ...channels: Addressing['channels'][number][]) =>
  ({ slot, channels, release: 'automatic' }) as const;
const hold = (slot: Addressing['slot'], ...channels: Addressing['channels'][number][]) =>
  ({ slot, channels, release: 'held' }) as const;
const step = (
  kind: StepPolicy['kind'],
  days: number,
  time: string,
  ...to: Addressing[]
): StepPolicy => ({ kind, days, count: 'workdays', at: timeOfDay(time), to });

export const policy: Policy = {
  window: [
    { from: timeOfDay('08:30'), to: timeOfDay('12:00') },
    { from: timeOfDay('14:30'), to: timeOfDay('17:30') },
  ],
  steps: [
    step('notice', -15, '09:00', send('liaison', 'email'), send('deputy', 'email')),
    step('reminder', -5, '09:00', send('liaison', 'email', 'sms')),
    step('reminder', -1, '09:00', send('liaison', 'email', 'sms')),
    step('due', 0, '09:00', send('liaison', 'email'), send('deputy', 'email')),
    step('chase', 1, '10:30', send('liaison', 'email', 'sms'), {
      ...send('deputy', 'email', 'sms'),
      onlyIf: 'unreached',
    }),
    step('press', 3, '09:00', send('liaison', 'email', 'sms'), hold('leader', 'letter')),
    { ...step('supervise', 5, '09:00', hold('office', 'slip')), repeatEvery: 5 },
  ],
  classes: {
    municipal: { highest: 'supervise', wording: 'order' },
    town: { highest: 'supervise', wording: 'order' },
    central: { highest: 'chase', wording: 'request' },
    party: { highest: 'chase', wording: 'request' },
    'people-organisation': { highest: 'chase', wording: 'request' },
    court: { highest: 'chase', wording: 'request' },
    association: { highest: 'chase', wording: 'request' },
  },
  contactCheck: { days: -20, at: nine },
  callListAt: timeOfDay('14:30'),
  compile: {
    afterWorkdays: 10,
    draftAfterWorkdays: 5,
    at: nine,
    beforeSpringFestival: true,
  },
};
