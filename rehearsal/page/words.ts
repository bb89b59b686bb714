/** The page's words beside those the command line uses too, and how it writes days and times. */
import type { Day, Instant, Zone } from '../../domain/time/time.ts';
import type { MessageRow } from '../result.ts';
import type { AxisDay } from './axis.ts';
import type { Standing } from './band.ts';
import type { Act } from './read.ts';

/** Chinese first; English for who reads the picture only. */
type Both = readonly [zh: string, en: string];

export const STANDING: Readonly<Record<Standing, Both>> = {
  open: ['未报', 'open'],
  extended: ['延期', 'extended'],
  overdue: ['逾期', 'overdue'],
  returned: ['退回', 'returned'],
  submitted: ['已报', 'reported'],
  late: ['迟报', 'reported late'],
  accepted: ['通过', 'accepted'],
  waived: ['免报', 'waived'],
};

export const ACT: Readonly<Record<Act['kind'], string>> = {
  submit: '报送',
  record: '代录',
  withdraw: '撤回',
  return: '退回',
  accept: '通过',
  extend: '延期',
  'withdraw-extension': '撤销延期',
  waive: '免报',
  confirm: '签收',
  call: '致电',
  note: '备注',
  remind: '立即提醒',
  release: '审发',
  dismiss: '不发',
  'add-scan': '补传扫描件',
  endorse: '阅示',
  'ask-extension': '申请延期',
  'refuse-extension': '不同意延期',
  resend: '补发',
  'edit-held': '修改文稿',
};

export const DAY_KIND: Readonly<Record<AxisDay['kind'], string>> = {
  workday: '工作日',
  'make-up': '调休上班',
  weekend: '周末',
  holiday: '放假',
};

/** A stretch of a record in English by its key, or the key itself: a state added later must not vanish from the page. */
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

/** The same of an instant as the result writes it, which is local time already. */
export const shortIso = (iso: MessageRow['at']): string =>
  `${shortDay(iso.slice(0, 10) as Day)} ${iso.slice(11, 16)}`;

// A plain date parses as UTC midnight, so the weekday is asked of UTC too.
export const weekdayOf = (day: Day): string => '日一二三四五六'.charAt(new Date(day).getUTCDay());
