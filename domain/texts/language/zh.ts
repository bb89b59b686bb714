/** Chinese, as an official text writes it. */

import {
  clock,
  dateAndClock,
  dayWithWeekday,
  fullDate,
  monthDay,
  periodLabel,
  periodMonths,
} from '../../time/dates-in-words.ts';
import type { About } from '../facts.ts';
import { honorific, ourselves, theUnit } from '../zh/address.ts';
import { morning, onFile } from '../zh/bureau.ts';
import {
  closes,
  closing,
  deadline,
  movedByRest,
  notes,
  timeLeft,
  wasDue,
  when,
} from '../zh/deadline.ts';
import { soFar } from '../zh/history.ts';
import { sms } from '../zh/sms.ts';
import { waysAgain, waysToConfirm, waysWithForm } from '../zh/ways.ts';
import type { Grammar } from './grammar.ts';

export const zh: Grammar = {
  frame: {
    mark: '【演示】',
    notice: '【演示】本邮件由演示系统生成，不是真实通知，无需办理。',
    signed: (signature) => `【${signature}】`,
    attached: (name) => `附件：${name}`,
    salutation: (name) => `${name}：`,
    joint: (works) =>
      `本邮件涉及${works.length}项工作：${works.join('、')}。分别说明如下，请逐项办理。`,
    semicolon: '；',
  },
  you: honorific,
  youAll: '贵单位',
  us: ourselves,
  them: theUnit,
  please: (isRequest) => (isRequest ? '商请' : '请'),
  listed: (names) => names.join('、'),
  lead: (unitName) => `${unitName}：`,
  fullDate,
  monthDay,
  withWeekday: dayWithWeekday,
  clock,
  dateAndClock,
  dayAndClock: (at, zone, year) => `${monthDay(zone.dayOf(at), year)}${clock(zone.timeOf(at))}`,
  period: periodLabel,
  periodMonths,
  closing,
  deadline,
  when,
  notes,
  wasDue,
  movedByRest,
  timeLeft,
  closes,
  sms,
  report: (periods, subject) => `${periods}${subject}落实情况`,
  items,
  what,
  missing: (about) =>
    about.returned === null
      ? `${what(about)}${periodLabel(about.period)}落实情况`
      : `${honorific(about.unitName)}${periodLabel(about.period)}落实情况的补充材料`,
  clause: (words) => words.trim().replace(/[。；;，,.]+$/u, ''),
  soFar,
  waysWithForm,
  waysAgain,
  waysToConfirm,
  contact: (contact) =>
    contact === null ? '联系人未登记' : `${contact.name}，${contact.phone ?? '电话未登记'}`,
  taskReport: (period) => `${periodLabel(period)}落实情况`,
  onFile,
  morning,
  unknown: '未登记',
  missingUnit: (unit, year) =>
    unit.extendedUntil === null
      ? unit.unitName
      : `${unit.unitName}（已延期至${monthDay(unit.extendedUntil, year)}）`,
};

/** 第15、17项 */
function items(nos: readonly number[]): string {
  return nos.length === 0 ? '' : `第${nos.join('、')}项`;
}

/** 贵局牵头的第9、15、16、19、54项; a town reports on its items and on the plan as a whole. */
function what(about: About): string {
  const unit = honorific(about.unitName);
  const numbers = items(about.items.map((item) => item.no));
  if (about.isTown) return `${unit}${numbers}`;
  return about.items.length === 0 ? `${unit}牵头事项` : `${unit}牵头的${numbers}`;
}
