/** English. Names of units, people and plans stay as the plan folder has them. */

import { morning, onFile } from '../en/bureau.ts';
import {
  clockAndDate,
  clockAndDay,
  fullDate,
  listed,
  monthDay,
  periodLabel,
  periodMonths,
  withWeekday,
} from '../en/dates.ts';
import {
  closes,
  closing,
  deadline,
  movedByRest,
  notes,
  timeLeft,
  wasDue,
  when,
} from '../en/deadline.ts';
import { soFar } from '../en/history.ts';
import { sms } from '../en/sms.ts';
import { waysAgain, waysToConfirm, waysWithForm } from '../en/ways.ts';
import type { About } from '../facts.ts';
import type { Grammar } from './grammar.ts';

export const en: Grammar = {
  frame: {
    mark: '[Demonstration] ',
    notice:
      '[Demonstration] This mail comes from a system on show. It is no real notice, and nothing has to be done.',
    signed: (signature) => `[${signature}] `,
    attached: (name) => `Attached: ${name}`,
    salutation: (name) => `To ${name}:`,
    joint: (works) =>
      `This mail is about ${works.length} matters: ${listed(works)}. Each has its own part below.`,
    semicolon: '; ',
  },
  you: () => 'your unit',
  youAll: 'your units',
  us: () => 'We',
  them: () => 'the unit',
  please: (isRequest) => (isRequest ? 'kindly' : 'please'),
  listed,
  lead: (unitName) => `${unitName}: `,
  fullDate,
  monthDay,
  withWeekday,
  clock: (time) => time,
  dateAndClock: clockAndDate,
  dayAndClock: clockAndDay,
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
  report: (periods, subject) => `report on ${subject} for ${periods}`,
  items,
  what,
  missing: (about) =>
    about.returned === null
      ? `the report for ${periodLabel(about.period)} on ${what(about)}`
      : `the additions to the report for ${periodLabel(about.period)}`,
  clause: (words) => words.trim().replace(/[。；;，,.]+$/u, ''),
  soFar,
  waysWithForm,
  waysAgain,
  waysToConfirm,
  contact: (contact) =>
    contact === null
      ? 'no contact on file'
      : `${contact.name}, ${contact.phone ?? 'no telephone on file'}`,
  taskReport: (period) => `the report for ${periodLabel(period)}`,
  onFile,
  morning,
  unknown: 'not on file',
  missingUnit: (unit, year) =>
    unit.extendedUntil === null
      ? unit.unitName
      : `${unit.unitName} (extended to ${monthDay(unit.extendedUntil, year)})`,
};

/** items 15 and 17 */
function items(nos: readonly number[]): string {
  if (nos.length === 0) return '';
  return `${nos.length === 1 ? 'item' : 'items'} ${listed(nos.map(String))}`;
}

function what(about: About): string {
  const numbers = items(about.items.map((item) => item.no));
  if (numbers === '') return 'the items your unit leads';
  return about.isTown ? numbers : `${numbers}, which your unit leads`;
}
