/** Chinese phrases, as official texts write them. */

import { maskMobile } from '../../people/masked.ts';
import type { NewsKind } from '../../round/morning.ts';
import {
  clock,
  closingTime,
  dateAndClock,
  dateWriter,
  dayWithShortWeekday,
  dayWithWeekday,
  fullDate,
  monthDay,
  periodLabel,
  periodMonths,
} from '../../time/dates-in-words.ts';
import type { Instant, Zone } from '../../time/time.ts';
import { daysBetween } from '../../time/workdays.ts';
import {
  type Act,
  actsOf,
  isReturned,
  noticeMailedOn,
  onSameDay,
  toLiaison,
  used,
} from '../done-before.ts';
import { type Dated, dueDay, dueYear, extendedFrom, isPastDue } from '../due-day.ts';
import { type About, type MessageFacts, onlinePages } from '../facts.ts';
import type { Grammar, Voice } from './grammar.ts';

/** 第15、17项 */
function items(nos: readonly number[]): string {
  return nos.length === 0 ? '' : `第${nos.join('、')}项`;
}

/** 贵局牵头的第9、15、16、19、54项; for a town without 牵头的. */
function what(about: About): string {
  const unit = honorific(about.unitName);
  const numbers = items(about.items.map((item) => item.no));
  if (about.isTown) return `${unit}${numbers}`;
  return about.items.length === 0 ? `${unit}牵头事项` : `${unit}牵头的${numbers}`;
}

/** The word for a unit by the end of its name; the first match counts. */
const TAILS: readonly (readonly [RegExp, string])[] = [
  [/局$/, '局'],
  [/镇$/, '镇'],
  [/街道$/, '街道'],
  [/区$/, '区'],
  [/办$/, '办'],
  [/[支分]行$/, '行'],
  [/委$/, '委'],
  [/院$/, '院'],
  [/(会|残联|妇联)$/, '会'],
  [/部$/, '部'],
];

/** 贵局, 贵镇, 贵行 …, or 贵单位. */
export const honorific = (unitName: string): string => `贵${tail(unitName)}`;

/** 我局, of the bureau itself. */
export const ourselves = (bureau: string): string => `我${tail(bureau)}`;

/** 该局, of a unit in a 督办单. */
const theUnit = (unitName: string): string => `该${tail(unitName)}`;

const tail = (name: string): string => TAILS.find(([end]) => end.test(name))?.[1] ?? '单位';

// Due dates: the date as written first, because the plan states it; then what moves it (docs/rules.md, rules 1 and 12).

/** 7月15日（星期日，含当日）24:00 */
function closing(about: About, zone: Zone): string {
  const time = closingTime(about.dueAt, zone);
  const day = dayWithWeekday(dueDay(about), dueYear(about));
  return `${time === '24:00' ? day.replace('）', '，含当日）') : day}${time}`;
}

/** 7月15日（星期日，含当日）24:00前 */
export const byWhen = (about: About, zone: Zone): string => `${closing(about, zone)}前`;

/** 于7月15日（星期日，含当日）24:00前, or 尽快 */
const when = (about: About, asOf: Instant, zone: Zone): string =>
  isPastDue(about, asOf) ? '尽快' : `于${byWhen(about, zone)}`;

/** 7月15日（星期日，含当日）24:00前；按规定顺延，… without 。 */
export const deadline = (about: About, zone: Zone): string =>
  `${byWhen(about, zone)}${notes(about, zone)}`;

/** ；已延期，…；按规定顺延，… */
const notes = (about: About, zone: Zone): string => `${granted(about)}${movedByRest(about, zone)}`;

/** 7月15日（按规定顺延至7月16日） */
export function wasDue(about: About): string {
  const year = dueYear(about);
  const moved = [
    granted(about).slice(1),
    about.effectiveDue > about.nominalDue
      ? `按规定顺延至${monthDay(about.effectiveDue, year)}`
      : '',
  ].filter((note) => note !== '');
  return `${monthDay(dueDay(about), year)}${moved.length === 0 ? '' : `（${moved.join('，')}）`}`;
}

/** ；按规定顺延，7月16日（星期一）24:00前收到均算按期 */
function movedByRest(about: About, zone: Zone): string {
  const year = dueYear(about);
  if (about.effectiveDue < about.nominalDue) {
    return `；原定${monthDay(about.nominalDue, year)}，按规定提前`;
  }
  if (about.effectiveDue === about.nominalDue) return '';
  const effective = dayWithWeekday(about.effectiveDue, year);
  return `；按规定顺延，${effective}${closingTime(about.dueAt, zone)}前收到均算按期`;
}

/** 距7月15日截止还有9天 */
function timeLeft(about: About, asOf: Instant, zone: Zone): string {
  const left = daysBetween(zone.dayOf(asOf), dueDay(about));
  const due = monthDay(dueDay(about), dueYear(about));
  return left > 0 ? `距${due}截止还有${left}天` : `${due}截止`;
}

/** 今日24:00截止. Before a due date on a rest day it must not say that today is the last day. */
function closes(about: About, asOf: Instant, zone: Zone): string {
  const today = zone.dayOf(asOf);
  if (today === about.effectiveDue) return `今日${closingTime(about.dueAt, zone)}截止`;
  const due = monthDay(dueDay(about), dueYear(about));
  return today === about.lastWorkdayBefore
    ? `今天是${due}截止前的最后一个工作日`
    : `截止日期为${due}`;
}

function granted(about: About): string {
  const from = extendedFrom(about);
  return from === null ? '' : `；已延期，原定${monthDay(from, dueYear(about))}`;
}

// How to report: one way is enough, without paper (docs/rules.md, rules 2, 6 and 17).

/** In the notice, which has the form attached. */
const waysWithForm = (facts: MessageFacts): string =>
  oneOf(online(facts), '，或', '填好附表回复本邮件');

/** In later mails, without the form: they name the notice that had it, if that was delivered. */
const waysAgain = (facts: MessageFacts, zone: Zone): string =>
  isReturned(facts)
    ? `在原稿上修改后${oneOf(online(facts), '或', '回复本邮件')}`
    : oneOf(online(facts), '，或', `${form(facts, zone)}后回复本邮件`);

/** 在线点击“签收”或回复“收到” */
const waysToConfirm = (facts: MessageFacts): string =>
  online(facts) === null ? '回复“收到”' : '在线点击“签收”或回复“收到”';

/** @param page null when units cannot hand in online */
const oneOf = (page: string | null, or: string, byMail: string): string =>
  page === null ? `${byMail}，不另收纸质件` : `${page}${or}${byMail}，任选一种，不另收纸质件`;

function form(facts: MessageFacts, zone: Zone): string {
  const noticed = facts.about.map((about) => noticedOn(about, facts, zone));
  const sent = [...new Set(noticed.filter((day) => day !== null))];
  if (sent.length === 0) return '来电索取报送表，填好';
  return noticed.includes(null)
    ? '填好通知所附的报送表（没有收到的，请来电索取）'
    : `填好${sent.join('、')}通知所附的报送表`;
}

function noticedOn(about: About, facts: MessageFacts, zone: Zone): string | null {
  const sent = noticeMailedOn(about, facts.person, zone);
  return sent && monthDay(sent, dueYear(about));
}

function online(facts: MessageFacts): string | null {
  const pages = onlinePages(facts);
  if (pages.length === 0) return null;
  return `在线填报（${facts.demonstration ? '网址' : '政务外网网址'}：${pages.join('；')}）`;
}

/** 我局6月22日通知，7月6日、12日提醒，17日邮件、短信催报并致电贵局联络员，截至19日9时; only the last part when nothing was delivered. */
export function soFar(about: About, asOf: Instant, zone: Zone, voice: Voice): string {
  const write = dateWriter(dueYear(about));
  const acts = actsOf(about, zone).map((act, index, all) => {
    const words = verb(act, about, voice);
    return onSameDay(act, all[index - 1])
      ? `并${words}`
      : `，${act.days.map(write).join('、')}${words}`;
  });
  const done = acts.length === 0 ? '' : `${voice.us}${acts.join('').slice(1)}，`;
  return `${done}截至${write(zone.dayOf(asOf))}${clock(zone.timeOf(asOf))}`;
}

function verb(act: Act, about: About, voice: Voice): string {
  const words: Record<Act['name'], string> = {
    notice: '通知',
    reminder: '提醒',
    due: '提示截止',
    extended: '告知时间调整',
    returned: '退请补充',
    chase: `${channels(act)}${about.wording === 'request' ? '再次商请' : '催报'}`,
    press: `${channels(act)}催办`,
    letter: '致函',
    call: `致电${voice.them}${toLiaison(act) ? '联络员' : ''}`,
  };
  return words[act.name];
}

const channels = (act: Act): string =>
  [used(act, 'email') ? '邮件' : [], used(act, 'sms') ? '短信' : []].flat().join('、');

/** Short, and without the names of unit and plan (docs/rules.md, rule 17). */
const sms: Grammar['sms'] = {
  when: (about, asOf, zone) =>
    isPastDue(about, asOf) ? '尽快' : `于${closingInSms(about, zone)}前`,
  whenDay: (about, asOf) => (isPastDue(about, asOf) ? '尽快' : `于${day(about)}前`),
  byDay: (by, year) => (by === null ? '尽快' : `于${dayWithShortWeekday(by, year)}前`),
  closing: closingInSms,
  closingTime: time,
  closes: closesInSms,
  closesAt: (about, zone) => `${day(about)}${time(about.dueAt, zone)}`,
  report: (units, periods, more) => `${you(units)}${periods}${more ? '补充材料' : '工作情况'}`,
  extensionRequest: (units, periods) => `${you(units)}${periods}延期申请`,
};

/** 7月15日（周日）24时 */
function closingInSms(about: Dated, zone: Zone): string {
  return `${dayWithShortWeekday(dueDay(about), dueYear(about))}${time(about.dueAt, zone)}`;
}

function closesInSms(about: About, asOf: Instant, zone: Zone): string {
  const today = zone.dayOf(asOf);
  if (today === about.effectiveDue) return `今日${time(about.dueAt, zone)}截止`;
  return today === about.lastWorkdayBefore
    ? `今日是${day(about)}截止前最后一个工作日`
    : `${day(about)}${time(about.dueAt, zone)}截止`;
}

function time(dueAt: Instant, zone: Zone): string {
  return closingTime(dueAt, zone).replace(':00', '时');
}

const day = (about: About): string => monthDay(dueDay(about), dueYear(about));
const you = (units: number): string => (units === 1 ? '贵单位' : `您联系的${units}个单位`);

const morning: Grammar['morning'] = {
  newsUnit: (kind, { unitName, late, on }, year) =>
    noted(unitName, [late ? '迟报' : '', on === null ? '' : DATED[kind](monthDay(on, year))]),
  missingUnit: ({ unitName, isReturned, until, promisedOn }, year) =>
    noted(unitName, [
      isReturned ? '已退回' : '',
      until === null ? '' : `期限${monthDay(until, year)}`,
      promisedOn === null ? '' : `承诺${monthDay(promisedOn, year)}报送`,
    ]),
  some: (names, most) =>
    names.length <= most
      ? names.join('、')
      : `${names.slice(0, most).join('、')}等，其余${names.length - most}个见总览`,
  toCome: (period) => ({ subject: `${periodLabel(period)}报送情况`, text: '按当日情况生成。' }),
};

const DATED: Readonly<Record<NewsKind, (day: string) => string>> = {
  reported: (day) => day,
  withdrawn: (day) => day,
  returned: (day) => `${day}前重报`,
  asked: (day) => `至${day}`,
  extended: (day) => `至${day}`,
  'extension-withdrawn': (day) => day,
  waived: (day) => day,
  confirmed: (day) => day,
  called: (day) => `承诺${day}报送`,
};

const onFile: Grammar['onFile'] = (contact) => {
  if (contact === null) return '未登记';
  const { name, email, mobile, phone } = contact;
  return [
    name,
    `邮箱${email ?? '未登记'}`,
    `手机${mobile === null ? '未登记' : maskMobile(mobile)}`,
    `座机${phone ?? '未登记'}`,
  ].join('，');
};

const noted = (name: string, notes: readonly string[]): string => {
  const said = notes.filter((note) => note !== '');
  return said.length === 0 ? name : `${name}（${said.join('，')}）`;
};

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
