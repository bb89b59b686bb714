/** The official calendar, the real zone and the policy the shipped plan starts with, for tests of dates. */

import type { Addressing, Policy, StepPolicy } from '../../../domain/plan/policy.ts';
import { dueDates } from '../../../domain/time/due.ts';
import { day, type Instant, timeOfDay } from '../../../domain/time/time.ts';
import type { WorkCalendar } from '../../../domain/time/workdays.ts';
import { zone } from '../../../domain/time/zone.ts';
import { shippedCalendar } from '../../../gateways/calendar/holidays.ts';

export const china: WorkCalendar = shippedCalendar();
export const chinaTime = zone('Asia/Shanghai');
const nine = timeOfDay('09:00');

/** As it stood before the notice of 2020-01-27: holiday to 01-30, Saturday 02-01 worked. */
export const beforeExtension: WorkCalendar = {
  ...china,
  version: 'before 2020-01-27',
  holidays: Object.fromEntries(
    Object.entries(china.holidays).filter(([on]) => on < '2020-01-31' || on > '2020-02-02'),
  ),
  workdays: { ...china.workdays, [day('2020-02-01')]: '春节' },
};

/** An instant by its Shanghai time, `2018-07-17 10:30`. */
export function at(text: string): Instant {
  const [on = '', time = ''] = text.split(' ');
  return chinaTime.at(day(on), timeOfDay(time));
}

/** Back again, `2018-07-17 10:30`. */
export const show = (moment: Instant): string =>
  `${chinaTime.dayOf(moment)} ${chinaTime.timeOf(moment)}`;

export const dueOn = (nominal: string, calendar = china) =>
  dueDates(day(nominal), { time: timeOfDay('24:00'), onNonWorkday: 'next' }, calendar, chinaTime);

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
