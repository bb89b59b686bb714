/**
 * Messages are sent only in the send window of a working day (docs/rules.md, rule 4). A moment outside it moves to the
 * start of the previous or next part of the window, not to its end, which leaves time for retries.
 */

import type { Day, Instant, TimeOfDay, Zone } from './time.ts';
import { addDays, isWorkday, type WorkCalendar } from './workdays.ts';

/** The parts of a working day in which messages may be sent: in order, not overlapping, at least one. */
export type SendHours = readonly { readonly from: TimeOfDay; readonly to: TimeOfDay }[];

export type SendWindow = {
  readonly hours: SendHours;
  readonly calendar: WorkCalendar;
  readonly zone: Zone;
};

/** The send window of a plan's policy. */
export const windowOf = (
  policy: { readonly window: SendHours },
  { calendar, zone }: Omit<SendWindow, 'hours'>,
): SendWindow => ({ hours: policy.window, calendar, zone });

/** `at` itself when inside the window, otherwise the start of the part of the window before it. */
export function fitBefore(window: SendWindow, at: Instant): Instant {
  for (let on = window.zone.dayOf(at); ; on = addDays(on, -1)) {
    const part = partsOn(window, on).findLast(({ from }) => from <= at);
    if (part) return at <= part.to ? at : part.from;
  }
}

/** `at` itself when inside the window, otherwise the start of the part of the window after it. */
export function fitAfter(window: SendWindow, at: Instant): Instant {
  const { from } = partNotOver(window, at);
  return at < from ? from : at;
}

/** When a message wanted at that moment may be sent: from `at` to `notAfter`. */
export function sendTime(window: SendWindow, wanted: Instant): SendTime {
  const at = fitAfter(window, wanted);
  return { at, notAfter: windowEnd(window, at) };
}

/** `notAfter` is the last instant (included) of the part of the window that holds `at`. */
export type SendTime = { readonly at: Instant; readonly notAfter: Instant };

/** The last instant (included) of the part of the window that holds `at`, or of the next one when none does. */
export const windowEnd = (window: SendWindow, at: Instant): Instant => partNotOver(window, at).to;

/** The first part that starts after that moment. */
export function nextWindowStart(window: SendWindow, after: Instant): Instant {
  for (let on = window.zone.dayOf(after); ; on = addDays(on, 1)) {
    const part = partsOn(window, on).find(({ from }) => from > after);
    if (part) return part.from;
  }
}

type Part = { readonly from: Instant; readonly to: Instant };

function partNotOver(window: SendWindow, at: Instant): Part {
  for (let on = window.zone.dayOf(at); ; on = addDays(on, 1)) {
    const part = partsOn(window, on).find(({ to }) => at <= to);
    if (part) return part;
  }
}

function partsOn({ hours, calendar, zone }: SendWindow, on: Day): Part[] {
  // Without any part the loops above would not end.
  if (hours.length === 0) throw new Error('a send window needs at least one part');
  if (!isWorkday(calendar, on)) return [];
  return hours.map(({ from, to }) => ({ from: zone.at(on, from), to: zone.at(on, to) }));
}
