/** 每日情况: where a round stands, to the bureau's officers each working morning. */

import type { Obligation } from '../../obligation/obligation.ts';
import { STEP_KINDS } from '../../plan/message-kinds.ts';
import { countsOf } from '../../round/counts.ts';
import {
  type MissingToday,
  type MorningTopic,
  NEWS_KINDS,
  type News,
  WAITING_KINDS,
} from '../../round/morning.ts';
import { closingTime, yearOf } from '../../time/dates-in-words.ts';
import type { Zone } from '../../time/time.ts';
import type { DigestFacts } from '../facts.ts';
import type { Grammar } from '../language/grammar.ts';
import { LETTERHEAD, letterhead } from './letterhead.ts';
import type { SampleRound } from './situations.ts';
import { flag, list, number, text, type Values } from './spec.ts';

const DATES = {
  day: text('当天，如“7月19日”', 'today, without the year'),
  due: text('截止日，如“7月15日（星期日）”', 'the due day'),
  moved_to: text(
    '按规定顺延至的日子；没有顺延则为空',
    'the day it was moved to by the rules; or empty',
  ),
  time: text('截止的时刻，如“24:00”', 'the time at which it closes'),
  days_left: number('离截止日还有几个工作日；当天和以后为 0', 'working days left; 0 from then on'),
  days_over: number('截止日后第几个工作日；之前为 0', 'working days since; 0 until then'),
  last_day: flag('今天就是截止日', 'today is the due day'),
  compile_on: text('汇总日，如“7月30日”', 'the day of compiling'),
  workdays_to_compile: number('离汇总日还有几个工作日', 'working days to the day of compiling'),
  before_compile: flag('还没到汇总日', 'the day of compiling is ahead'),
  compile_today: flag('今天是汇总日', 'today is the day of compiling'),
} as const;

const COUNTS = {
  owed: number('应报单位数', 'how many units owe a report'),
  reported: number('已报单位数', 'how many have reported'),
  late: number('其中迟报的单位数', 'how many of these were late'),
  waived: number('免报单位数', 'how many are waived'),
  missing: number('未报单位数', 'how many are missing'),
  returned: number('其中已退回的单位数', 'how many of these were returned'),
  unconfirmed: number('其中未签收通知的单位数', 'how many of these have not confirmed the notice'),
} as const;

export const MORNING = {
  ...LETTERHEAD,
  period: text('报送期，如“2018年上半年”', 'the half-year'),
  ...DATES,
  ...COUNTS,
  news: list('上次告知以来发生的事，每类一行', 'what was done since the last digest, by kind', {
    kind: text(
      '哪一类：reported 报送、withdrawn 撤回、returned 退回、asked 申请延期、extended 延期、extension-withdrawn 撤销延期、waived 免报、confirmed 签收、called 已致电',
      'reported, withdrawn, returned, asked, extended, extension-withdrawn, waived, confirmed or called',
    ),
    count: number('单位数', 'how many units'),
    units: text('单位，迟报和日期写在括号里', 'the units, with what is to be noted'),
  }),
  overdue: number('未报中已逾期的单位数', 'how many of the missing are overdue'),
  overdue_units: text('已逾期的单位', 'these units'),
  not_yet_due: number('未报中还没到期的单位数', 'how many of the missing are not due yet'),
  not_yet_due_units: text('还没到期的单位', 'these units'),
  failed: number('最近一次信息未送达的单位数', 'how many units the last message did not reach'),
  failed_units: text('这些单位', 'these units'),
  to_do: number('待办件数', 'how many things are to do'),
  tasks: list('待办，每类一项', 'what is to do, by kind', {
    kind: text(
      '哪一类：release 审发、call 致电、extension 延期申请、resubmission 退回、unreachable 联系不上、unknown 短信不明',
      'release, call, extension, resubmission, unreachable or unknown',
    ),
    count: number('件数', 'how many'),
  }),
  today_sent: list('今天安排发送的，每项一行', 'what goes out today', {
    kind: text(
      '哪一类：notice、reminder、due、chase、press、supervise',
      'notice, reminder, due, chase, press or supervise',
    ),
    at: text('时刻，如“9时”', 'at what time'),
    count: number('单位数', 'to how many units'),
  }),
} as const;

/** A mail is read on a telephone too; the board has them all. */
const MOST = 20;
const MOST_MISSING = 60;

export function morningVariables(
  facts: DigestFacts,
  topic: MorningTopic,
  zone: Zone,
  say: Grammar,
): Values<typeof MORNING> {
  const year = yearOf(facts.nominalDue);
  const { owed, reported, late, waived, missing, returned, unconfirmed } = topic.counts;
  const some = (names: readonly string[], most = MOST) => say.morning.some(names, most);
  const units = (those: readonly MissingToday[]) =>
    some(
      those.map((each) => say.morning.missingUnit(each, year)),
      MOST_MISSING,
    );
  const overdue = topic.missing.filter(({ isOverdue }) => isOverdue);
  const notYetDue = topic.missing.filter(({ isOverdue }) => !isOverdue);
  return {
    ...letterhead(facts, zone, say),
    period: say.period(facts.period),
    ...dates(facts, topic, zone, say),
    owed,
    reported,
    late,
    waived,
    missing,
    returned,
    unconfirmed,
    news: topic.news.map(({ kind, units: those }) => ({
      kind,
      count: those.length,
      units: some(those.map((each) => say.morning.newsUnit(kind, each, year))),
    })),
    overdue: overdue.length,
    overdue_units: units(overdue),
    not_yet_due: notYetDue.length,
    not_yet_due_units: units(notYetDue),
    failed: topic.failed.length,
    failed_units: some(topic.failed),
    to_do: topic.waiting.reduce((sum, { number }) => sum + number, 0),
    tasks: topic.waiting.map(({ kind, number }) => ({ kind, count: number })),
    today_sent: topic.today.map(({ kind, at, units: number }) => ({
      kind,
      at: say.clock(zone.timeOf(at)),
      count: number,
    })),
  };
}

function dates(
  { nominalDue, asOf, compileOn }: DigestFacts,
  { due, dueCount, workdaysToCompile }: MorningTopic,
  zone: Zone,
  say: Grammar,
): Values<typeof DATES> {
  const year = yearOf(nominalDue);
  const today = zone.dayOf(asOf);
  return {
    day: say.monthDay(today, year),
    due: say.withWeekday(due.nominal, year),
    moved_to: due.effective > due.nominal ? say.withWeekday(due.effective, year) : '',
    time: closingTime(due.at, zone),
    days_left: Math.max(0, -dueCount),
    days_over: Math.max(0, dueCount),
    last_day: dueCount === 0 && today === due.effective,
    compile_on: say.monthDay(compileOn, year),
    workdays_to_compile: workdaysToCompile,
    before_compile: today < compileOn,
    compile_today: today === compileOn,
  };
}

/** What the bureau may read in the morning: a full day of every kind, and one on which nothing is left to say. */
export function morningTopics({ dates }: SampleRound, all: readonly Obligation[]): MorningTopic[] {
  const { due, compileAt, compileOn } = dates;
  const counts = countsOf(all, compileAt);
  const names = all.map(({ unitName }) => unitName);
  const few = names.slice(0, 2);
  const units = few.map((unitName, index) => ({
    unitName,
    late: index === 0,
    on: index === 0 ? compileOn : null,
  }));
  const missing = names.map((unitName, index) => ({
    unitName,
    isOverdue: index % 2 === 0,
    isReturned: index === 1,
    until: index === 1 ? compileOn : null,
    promisedOn: index === 0 ? compileOn : null,
  }));
  const full = {
    kind: 'morning' as const,
    due,
    dueCount: 3,
    counts,
    news: NEWS_KINDS.map((kind): News => ({ kind, units })),
    missing,
    failed: few,
    waiting: WAITING_KINDS.map((kind) => ({ kind, number: 2 })),
    today: STEP_KINDS.map((kind) => ({ kind, at: compileAt, units: 3 })),
    workdaysToCompile: 7,
  };
  const nothing = { news: [], failed: [], waiting: [], today: [], workdaysToCompile: 0 };
  return [
    { ...full, dueCount: -3 },
    full,
    { ...full, ...nothing, dueCount: 0 },
    { ...full, ...nothing, missing: [], counts: { ...counts, missing: 0 } },
  ];
}
