/** How pages show days, times and numbers, in the plan's time zone. */

import { maskMobile } from '../../../domain/people/masked.ts';
import { closingTime, dayWithWeekday, periodLabel } from '../../../domain/time/dates-in-words.ts';
import type { Due } from '../../../domain/time/due.ts';
import type { Day, Instant } from '../../../domain/time/time.ts';
import { weekday } from '../../../domain/time/workdays.ts';
import type { Frame } from './frame.ts';
import type { Language } from './language.ts';

type Local = Pick<Frame, 'rules'>;

/** 2018-07-17 10:30 */
export const dateTime = ({ rules: { zone } }: Local, at: Instant): string =>
  `${zone.dayOf(at)} ${zone.timeOf(at)}`;

/** 07-17 10:30, within the round's year */
export const shortTime = (local: Local, at: Instant): string => dateTime(local, at).slice(5);

/** 2018年7月17日（星期二）; in English Tue 17 Jul 2018 */
export const longDay = (language: Language, on: Day): string =>
  language === 'en'
    ? `${shortDay(language, on)} ${on.slice(0, 4)}`
    : `${on.slice(0, 4)}年${shortDay(language, on)}`;

/** 7月17日（星期二）; in English Tue 17 Jul */
export const shortDay = (language: Language, on: Day): string =>
  language === 'en'
    ? `${WEEKDAYS[weekday(on)]} ${Number(on.slice(8))} ${MONTHS[Number(on.slice(5, 7)) - 1]}`
    : dayWithWeekday(on, on.slice(0, 4));

/** The time of day up to which a report is on time; 24:00 for a whole day. */
export const closing = ({ rules: { zone } }: Local, dueAt: Instant): string =>
  closingTime(dueAt, zone);

/** 2018年上半年; in English 2018, 1st half */
export const periodName = (language: Language, period: string): string =>
  language === 'en'
    ? `${period.slice(0, 4)}, ${period.endsWith('H1') ? '1st' : '2nd'} half`
    : periodLabel(period);

export const monthName = (language: Language, month: number): string =>
  language === 'en' ? (MONTHS[month - 1] ?? '') : `${month}月`;

export const shownAddress = (channel: string, address: string): string =>
  channel === 'sms' ? maskMobile(address) : address;

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** 7月15日（星期日），顺延至 7月16日（星期一） 24:00 */
export function dueText(frame: Frame, due: Due): string {
  const { words, language } = frame;
  const written = shortDay(language, due.nominal);
  const judged =
    due.nominal === due.effective
      ? ''
      : `，${words.effective} ${shortDay(language, due.effective)}`;
  return `${written}${judged} ${closing(frame, due.at)}`;
}
