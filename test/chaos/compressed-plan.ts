/**
 * The shipped plan with its whole ladder within a minute: all steps on the due day, seconds apart. The product's own
 * rules place, move, skip and send them; only the days between them are gone.
 */

import type { StepKind } from '../../domain/plan/message-kinds.ts';
import type { Contact, Plan } from '../../domain/plan/plan.ts';
import type { StepPolicy } from '../../domain/plan/policy.ts';
import { type Day, day, type TimeOfDay, timeOfDay } from '../../domain/time/time.ts';
import { addDays, type WorkCalendar, weekday } from '../../domain/time/workdays.ts';

export const YEAR = 2018;
export const PERIOD = '2018H1';
export const DUE_ON = day('2018-07-15');
export const OPENS_AT = '10:00:00';

/** Notice, two reminders, due day, two chases, press and supervise. */
export const STEPS = 8;

/** @param gap seconds between two steps; the round opens at 10:00:00 of its due day */
export function compressedPlan(shipped: Plan, gap: number): Plan {
  const at = (steps: number) => timeAfterOpening(steps * gap);
  return {
    ...shipped,
    contacts: withSharedMailboxes(shipped.contacts),
    // Only the second of the year's two rounds belongs to the plan.
    validFrom: day('2018-02-01'),
    deadlines: { ...shipped.deadlines, time: at(3.5) },
    policy: {
      ...shipped.policy,
      // A pause that some attempts run into, so that moving to the next window is tested too.
      window: [
        { from: timeOfDay('00:00'), to: at(4.5) },
        { from: at(4.7), to: timeOfDay('24:00') },
      ],
      steps: ladder(shipped.policy.steps, at),
      callListAt: at(3.2),
      compile: {
        afterWorkdays: 0,
        draftAfterWorkdays: 0,
        at: at(STEPS),
        beforeSpringFestival: false,
      },
    },
  };
}

/**
 * Units that share a mailbox: one mail is about both, while each reports at its own time. Each has its own mobile,
 * because two SMS would have the same text.
 */
const SHARE_A_MAILBOX = [
  ['dongqu', 'xiqu'],
  ['guzhen', 'henglan'],
  ['sanxiang', 'banfu'],
] as const;

function withSharedMailboxes(contacts: readonly Contact[]): Contact[] {
  const owners = new Map<string, string>(SHARE_A_MAILBOX.map(([owner, other]) => [other, owner]));
  const liaisons = contacts.filter(({ role }) => role === 'liaison');
  return contacts.map((contact) => {
    const owner = contact.role === 'liaison' ? owners.get(contact.unit) : undefined;
    const shared = liaisons.find(({ unit }) => unit === owner);
    return shared ? { ...contact, email: shared.email } : contact;
  });
}

/** Every day is a workday, so that nothing moves to another day. */
export function everyDayWorked(): WorkCalendar {
  const days = Array.from({ length: 365 }, (_, i) => addDays(day(`${YEAR}-01-01`), i));
  const weekends = days.filter((on) => weekday(on) === 0 || weekday(on) === 6);
  return {
    version: 'every day is worked',
    holidays: {},
    workdays: Object.fromEntries(weekends.map((on) => [on, '班'])) as Record<Day, string>,
    years: [YEAR],
  };
}

/** Keys must differ although all days are 0: the first of two steps of one kind counts in calendar days. */
function ladder(shipped: readonly StepPolicy[], at: (steps: number) => TimeOfDay): StepPolicy[] {
  const step = (kind: StepKind, place: number, more: Partial<StepPolicy> = {}): StepPolicy => {
    const to = shipped.find((each) => each.kind === kind)?.to ?? [];
    return { kind, days: 0, count: 'workdays', at: at(place), to, ...more };
  };
  // Two SMS of one kind on one day would have the same text, and could not be told from one sent twice.
  const mailOnly = {
    to: [{ slot: 'liaison', channels: ['email'], release: 'automatic' }],
  } as const;
  return [
    step('notice', 0),
    step('reminder', 1, { count: 'calendar-days' }),
    step('reminder', 2, mailOnly),
    step('due', 3),
    step('chase', 4, { count: 'calendar-days' }),
    step('chase', 5, mailOnly),
    step('press', 6),
    step('supervise', 7),
  ];
}

function timeAfterOpening(seconds: number): TimeOfDay {
  const opening = Date.parse(`1970-01-01T${OPENS_AT}Z`);
  return timeOfDay(new Date(opening + Math.round(seconds) * 1000).toISOString().slice(11, 19));
}
