/**
 * A deadline as a calendar file: an all-day event, which needs no time zone. The method is PUBLISH, because Outlook shows
 * a mail with REQUEST as a meeting to answer.
 */
import ical, {
  ICalAlarmType,
  type ICalCalendar,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { DAY, type Day, HOUR, type Instant } from '../../domain/time/time.ts';

export type Deadline = {
  /** One for each obligation, so that a new date changes the event instead of adding a second one. */
  readonly uid: string;
  /** Rises with every change. */
  readonly sequence: number;
  readonly summary: string;
  readonly day: Day;
  readonly description: string;
  /** Makes the calendar remove the event. */
  readonly cancelled?: boolean;
  /** When this version was made; given, so that the same deadline makes the same bytes. */
  readonly stamp: Instant;
};

const ALARM_BEFORE_SECONDS = (3 * DAY) / 1000;

export function deadlineIcs(deadline: Deadline): string {
  const calendar = ical({
    prodId: PRODUCT,
    method: deadline.cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  });
  add(calendar, deadline);
  return calendar.toString();
}

/** All deadlines of a subscription that calendars poll. @param name the calendar's name */
export function deadlinesFeed(name: string, deadlines: readonly Deadline[]): string {
  const calendar = ical({ prodId: PRODUCT, method: ICalCalendarMethod.PUBLISH, name });
  calendar.ttl(REFRESH_SECONDS);
  for (const deadline of deadlines) add(calendar, deadline);
  return calendar.toString();
}

const PRODUCT = { company: 'cuibao', product: 'cuibao', language: 'ZH' };
const REFRESH_SECONDS = HOUR / 1000;

function add(calendar: ICalCalendar, deadline: Deadline): void {
  const { uid, sequence, summary, description, cancelled = false } = deadline;
  const event = calendar.createEvent({
    id: uid,
    sequence,
    stamp: new Date(deadline.stamp),
    // Midnight UTC: without a time zone the generator takes the date in UTC.
    start: new Date(`${deadline.day}T00:00:00Z`),
    end: new Date(Date.parse(deadline.day) + DAY),
    allDay: true,
    summary,
    description,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    // The day is not shown as busy.
    transparency: ICalEventTransparency.TRANSPARENT,
  });
  if (cancelled) return;
  event.createAlarm({
    type: ICalAlarmType.display,
    trigger: ALARM_BEFORE_SECONDS,
    description: summary,
  });
}
