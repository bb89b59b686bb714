/** Words of the page that the command line does not use, and its format of days and times. */
import { ACT as FULL_ACT, STATE } from '../../domain/field-words.ts';
import type { Day, Instant, Zone } from '../../domain/time/time.ts';
import type { MessageRow } from '../result.ts';
import type { AxisDay } from './axis.ts';
import type { Standing } from './band.ts';
import type { Act } from './read.ts';

/** Chinese first; English for readers of the picture. */
type Both = readonly [zh: string, en: string];

export const STANDING: Readonly<Record<Standing, Both>> = {
  open: [STATE.open, 'open'],
  extended: ['延期', 'extended'],
  overdue: ['逾期', 'overdue'],
  returned: [STATE.returned, 'returned'],
  submitted: [STATE.submitted, 'reported'],
  late: ['迟报', 'reported late'],
  accepted: [STATE.accepted, 'accepted'],
  waived: [STATE.waived, 'waived'],
};

/** Shorter than elsewhere where the picture has no room. */
export const ACT: Readonly<Record<Act['kind'], string>> = {
  ...FULL_ACT,
  accept: '通过',
  dismiss: '不发',
};

export const DAY_KIND: Readonly<Record<AxisDay['kind'], string>> = {
  workday: '工作日',
  'make-up': '调休上班',
  weekend: '周末',
  holiday: '放假',
};

/** The English word of a key, or the key itself: a state added later must not vanish from the page. */
export const wordOf = (words: Readonly<Record<string, string>>, key: string): string =>
  words[key] ?? key;

/** 7月6日 */
export const shortDay = (day: Day): string =>
  `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;

/** 7月15日（周日） */
export const dayWithWeekday = (day: Day): string => `${shortDay(day)}（周${weekdayOf(day)}）`;

/** 7月6日 09:00 */
export const shortTime = (at: Instant, zone: Zone): string =>
  `${shortDay(zone.dayOf(at))} ${zone.timeOf(at)}`;

/** The same for an instant of the result, which is in local time already. */
export const shortIso = (iso: MessageRow['at']): string =>
  `${shortDay(iso.slice(0, 10) as Day)} ${iso.slice(11, 16)}`;

// A plain date parses as UTC midnight, so the weekday is computed in UTC too.
export const weekdayOf = (day: Day): string => '日一二三四五六'.charAt(new Date(day).getUTCDay());
