/** English phrases. Names of units, people and plans stay as in the plan folder. */

import { maskMobile } from '../../people/masked.ts';
import type { NewsKind } from '../../round/morning.ts';
import { closingTime, isFirstHalf, yearOf } from '../../time/dates-in-words.ts';
import { coverage, parsePeriod } from '../../time/period.ts';
import type { Day, Instant, Zone } from '../../time/time.ts';
import { daysBetween, weekday } from '../../time/workdays.ts';
import { type Act, actsOf, isReturned, noticeMailedOn, toLiaison, used } from '../done-before.ts';
import { type Dated, dueDay, dueYear, extendedFrom, isPastDue } from '../due-day.ts';
import { type About, type MessageFacts, onlinePages } from '../facts.ts';
import type { Grammar, Voice } from './grammar.ts';

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

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** 13 July 2018 */
const fullDate = (day: Day): string => `${dayAndMonth(day)} ${yearOf(day)}`;

/** 15 July; with the year when that is not `year`, the year of the due date. */
const monthDay = (day: Day, year: string): string =>
  yearOf(day) === year ? dayAndMonth(day) : fullDate(day);

/** 15 July (Sunday) */
const withWeekday = (day: Day, year: string): string =>
  `${monthDay(day, year)} (${WEEKDAYS[weekday(day)]})`;

/** 15 Jul, for an SMS. */
const shortDay = (day: Day): string => `${dayOfMonth(day)} ${month(day).slice(0, 3)}`;

/** 10:30 on 17 July */
const clockAndDay = (at: Instant, zone: Zone, year: string): string =>
  `${zone.timeOf(at)} on ${monthDay(zone.dayOf(at), year)}`;

/** 16:05 on 12 July 2018 */
const clockAndDate = (at: Instant, zone: Zone): string =>
  `${zone.timeOf(at)} on ${fullDate(zone.dayOf(at))}`;

/** the first half of 2018 */
const periodLabel = (period: string): string =>
  `the ${isFirstHalf(period) ? 'first' : 'second'} half of ${period.slice(0, 4)}`;

/** January to June 2018: the months a report covers. */
function periodMonths(period: string): string {
  const { from, to } = coverage(parsePeriod(period));
  return `${month(from)} to ${month(to)} ${yearOf(to)}`;
}

/** 22 June, 6 and 12 July: days one after the other. */
function daysListed(days: readonly Day[], year: string): string {
  const texts = days.map((day, index) => {
    const next = days[index + 1];
    return next?.slice(0, 7) === day.slice(0, 7) ? dayOfMonth(day) : monthDay(day, year);
  });
  return listed(texts);
}

/** a, b and c */
function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

const dayOfMonth = (day: Day): string => String(Number(day.slice(8, 10)));
const month = (day: Day): string => MONTHS[Number(day.slice(5, 7)) - 1] ?? '';
const dayAndMonth = (day: Day): string => `${dayOfMonth(day)} ${month(day)}`;

// Due dates: the date as written first, then what moves it (docs/rules.md, rules 1 and 12).

/** 24:00 on 15 July (Sunday, that day included) */
function closing(about: About, zone: Zone): string {
  const time = closingTime(about.dueAt, zone);
  const day = withWeekday(dueDay(about), dueYear(about));
  return `${time} on ${time === '24:00' ? day.replace(')', ', that day included)') : day}`;
}

/** by 24:00 on 15 July (Sunday, that day included), or: as soon as possible */
const when = (about: About, asOf: Instant, zone: Zone): string =>
  isPastDue(about, asOf) ? 'as soon as possible' : `by ${closing(about, zone)}`;

const deadline = (about: About, zone: Zone): string =>
  `by ${closing(about, zone)}${notes(about, zone)}`;

const notes = (about: About, zone: Zone): string => `${granted(about)}${movedByRest(about, zone)}`;

/** 15 July (moved to 16 July by the rules) */
function wasDue(about: About): string {
  const year = dueYear(about);
  const moved = [
    granted(about).slice(2),
    about.effectiveDue > about.nominalDue
      ? `moved to ${monthDay(about.effectiveDue, year)} by the rules`
      : '',
  ].filter((note) => note !== '');
  return `${monthDay(dueDay(about), year)}${moved.length === 0 ? '' : ` (${moved.join(', ')})`}`;
}

function movedByRest(about: About, zone: Zone): string {
  const year = dueYear(about);
  if (about.effectiveDue < about.nominalDue) {
    return `; brought forward from ${monthDay(about.nominalDue, year)} by the rules`;
  }
  if (about.effectiveDue === about.nominalDue) return '';
  const effective = withWeekday(about.effectiveDue, year);
  return `; that being a day of rest, what arrives by ${closingTime(about.dueAt, zone)} on ${effective} is on time`;
}

function timeLeft(about: About, asOf: Instant, zone: Zone): string {
  const left = daysBetween(zone.dayOf(asOf), dueDay(about));
  const due = monthDay(dueDay(about), dueYear(about));
  if (left <= 0) return `the deadline is ${due}`;
  return `${left === 1 ? 'one day is' : `${left} days are`} left until the deadline of ${due}`;
}

function closes(about: About, asOf: Instant, zone: Zone): string {
  const today = zone.dayOf(asOf);
  if (today === about.effectiveDue) {
    return `the deadline is today at ${closingTime(about.dueAt, zone)}`;
  }
  const due = monthDay(dueDay(about), dueYear(about));
  return today === about.lastWorkdayBefore
    ? `today is the last working day before the deadline of ${due}`
    : `the deadline is ${due}`;
}

function granted(about: About): string {
  const from = extendedFrom(about);
  return from === null ? '' : `; extended from ${monthDay(from, dueYear(about))}`;
}

// How to report: one way is enough, without paper (docs/rules.md, rules 2, 6 and 17).

const waysWithForm = (facts: MessageFacts): string =>
  oneOf(online(facts), 'fill in the attached form and answer this mail with it');

const waysAgain = (facts: MessageFacts, zone: Zone): string =>
  isReturned(facts)
    ? oneOf(online(facts), 'mend the report you sent and answer this mail with it')
    : oneOf(online(facts), `${form(facts, zone)} and answer this mail with it`);

const waysToConfirm = (facts: MessageFacts): string =>
  online(facts) === null ? 'answer “received”' : 'confirm on the page or answer “received”';

const oneOf = (page: string | null, byMail: string): string =>
  page === null
    ? `${byMail}; no paper is needed`
    : `${page}, or ${byMail}; one way is enough, and no paper is needed`;

function form(facts: MessageFacts, zone: Zone): string {
  const noticed = facts.about.map((about) => noticedOn(about, facts, zone));
  const sent = [...new Set(noticed.filter((day) => day !== null))];
  if (sent.length === 0) return 'call us for the form, fill it in';
  return noticed.includes(null)
    ? 'fill in the form sent with the notice (call us where you have none)'
    : `fill in the form sent with the notice of ${listed(sent)}`;
}

function noticedOn(about: About, facts: MessageFacts, zone: Zone): string | null {
  const sent = noticeMailedOn(about, facts.person, zone);
  return sent && monthDay(sent, dueYear(about));
}

function online(facts: MessageFacts): string | null {
  const pages = onlinePages(facts);
  if (pages.length === 0) return null;
  return `report online (${facts.demonstration ? '' : 'government network: '}${pages.join('; ')})`;
}

/** `We sent the notice on 22 June, …; as of 9:00 on 19 July`, or only the last part when nothing was delivered. */
function soFar(about: About, asOf: Instant, zone: Zone, voice: Voice): string {
  const year = dueYear(about);
  const acts = actsOf(about, zone).map(
    (act) => `${verb(act, about, voice)} on ${daysListed(act.days, year)}`,
  );
  const now = `s of ${clockAndDay(asOf, zone, year)}`;
  return acts.length === 0 ? `A${now}` : `${voice.us} ${listed(acts)}; a${now}`;
}

function verb(act: Act, about: About, voice: Voice): string {
  const words: Record<Act['name'], string> = {
    notice: 'sent the notice',
    reminder: 'sent a reminder',
    due: 'named the deadline',
    extended: 'told of the changed date',
    returned: 'returned the report for additions',
    chase: `${about.wording === 'request' ? 'asked once more' : 'asked for the report'}${channels(act)}`,
    press: `urged${channels(act)}`,
    letter: 'sent a letter',
    call: `called ${toLiaison(act) ? `the liaison of ${voice.them}` : voice.them}`,
  };
  return words[act.name];
}

function channels(act: Act): string {
  const names = [used(act, 'email') ? 'mail' : [], used(act, 'sms') ? 'SMS' : []].flat();
  return names.length === 0 ? '' : ` by ${listed(names)}`;
}

/** Short, and without the names of unit and plan (docs/rules.md, rule 17). */
const sms: Grammar['sms'] = {
  when: (about, asOf, zone) =>
    isPastDue(about, asOf) ? 'as soon as possible' : `by ${closesAt(about, zone)}`,
  whenDay: (about, asOf) =>
    isPastDue(about, asOf) ? 'as soon as possible' : `by ${shortDay(dueDay(about))}`,
  byDay: (by) => (by === null ? 'as soon as possible' : `by ${shortDay(by)}`),
  closing: closesAt,
  closingTime,
  closes: closesInSms,
  closesAt,
  report: (units, periods, more) =>
    `${more ? 'addition to ' : ''}${units === 1 ? 'your report' : `the reports of your ${units} units`} for ${periods}`,
  extensionRequest: (units, periods) =>
    `${units === 1 ? 'your wish' : `the wish of your ${units} units`} for a later date for ${periods}`,
};

/** 24:00 on 15 Jul */
function closesAt(about: Dated, zone: Zone): string {
  return `${closingTime(about.dueAt, zone)} on ${shortDay(dueDay(about))}`;
}

function closesInSms(about: About, asOf: Instant, zone: Zone): string {
  const today = zone.dayOf(asOf);
  if (today === about.effectiveDue)
    return `today ${closingTime(about.dueAt, zone)} is the deadline`;
  return today === about.lastWorkdayBefore
    ? `today is the last working day before ${shortDay(dueDay(about))}`
    : `the deadline is ${closesAt(about, zone)}`;
}

const morning: Grammar['morning'] = {
  newsUnit: (kind, { unitName, late, on }, year) =>
    noted(unitName, [late ? 'late' : '', on === null ? '' : DATED[kind](monthDay(on, year))]),
  missingUnit: ({ unitName, isReturned, until, promisedOn }, year) =>
    noted(unitName, [
      isReturned ? 'returned' : '',
      until === null ? '' : `due on ${monthDay(until, year)}`,
      promisedOn === null ? '' : `promised for ${monthDay(promisedOn, year)}`,
    ]),
  some: (names, most) =>
    names.length <= most
      ? listed(names)
      : `${names.slice(0, most).join(', ')} and ${names.length - most} more, see the board`,
  toCome: (period) => ({
    subject: `Reports for ${periodLabel(period)}`,
    text: 'Written in the morning, by what is known then.',
  }),
};

const DATED: Readonly<Record<NewsKind, (day: string) => string>> = {
  reported: (day) => day,
  withdrawn: (day) => day,
  returned: (day) => `again by ${day}`,
  asked: (day) => `to ${day}`,
  extended: (day) => `to ${day}`,
  'extension-withdrawn': (day) => day,
  waived: (day) => day,
  confirmed: (day) => day,
  called: (day) => `promised for ${day}`,
};

const onFile: Grammar['onFile'] = (contact) => {
  if (contact === null) return 'not on file';
  const { name, email, mobile, phone } = contact;
  return [
    name,
    `mail ${email ?? 'not on file'}`,
    `mobile ${mobile === null ? 'not on file' : maskMobile(mobile)}`,
    `telephone ${phone ?? 'not on file'}`,
  ].join(', ');
};

const noted = (name: string, notes: readonly string[]): string => {
  const said = notes.filter((note) => note !== '');
  return said.length === 0 ? name : `${name} (${said.join(', ')})`;
};

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
