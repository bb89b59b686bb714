/**
 * The deadline as a calendar file. An all-day event needs no time zone; published, not requested: there is nobody to
 * answer, and a request turns the mail into a meeting in Outlook.
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
  /** The same for the life of an obligation; a new date is a change of the event, not a second one. */
  readonly uid: string;
  /** Rises with every change. */
  readonly sequence: number;
  readonly summary: string;
  readonly day: Day;
  readonly description: string;
  /** The event is withdrawn: the calendar removes it. */
  readonly cancelled?: boolean;
  /** When this version was made; part of the file, so that the same deadline makes the same bytes. */
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

/** Many deadlines at one address that calendars ask again and again. @param name what the calendar is called there */
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
    // Midnight UTC, because without a time zone the generator reads the date off in UTC.
    start: new Date(`${deadline.day}T00:00:00Z`),
    end: new Date(Date.parse(deadline.day) + DAY),
    allDay: true,
    summary,
    description,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    // A deadline does not make its owner busy for the day.
    transparency: ICalEventTransparency.TRANSPARENT,
  });
  if (cancelled) return;
  event.createAlarm({
    type: ICalAlarmType.display,
    trigger: ALARM_BEFORE_SECONDS,
    description: summary,
  });
}
