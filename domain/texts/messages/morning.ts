/** 每日情况: the state of a round, for the bureau's officers each working morning. */

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
import type { Day, Zone } from '../../time/time.ts';
import type { DigestFacts, DigestTopic } from '../facts.ts';
import type { Grammar } from '../language/grammar.ts';
import { LETTERHEAD } from './letterhead.ts';
import type { SampleRound } from './situations.ts';
import { flag, list, number, text, type Variables } from './variables.ts';

/** What a digest is made from. */
export type Told<Topic> = {
  readonly facts: DigestFacts;
  readonly topic: Topic;
  readonly zone: Zone;
  readonly say: Grammar;
};
type Morning = Told<MorningTopic>;

export const yearIn = ({ facts }: Told<unknown>): string => yearOf(facts.nominalDue);

/** The counts of every digest that has some. */
export const COUNTS: Variables<{
  readonly topic: Pick<Extract<DigestTopic, { kind: 'compiled' }>, 'counts'>;
}> = {
  owed: number('应报单位数', 'how many units owe a report', ({ topic }) => topic.counts.owed),
  reported: number('已报单位数', 'how many have reported', ({ topic }) => topic.counts.reported),
  late: number('其中迟报的单位数', 'how many of these were late', ({ topic }) => topic.counts.late),
  waived: number('免报单位数', 'how many are waived', ({ topic }) => topic.counts.waived),
  missing: number('未报单位数', 'how many are missing', ({ topic }) => topic.counts.missing),
};

const DATES: Variables<Morning> = {
  day: text('当天，如“7月19日”', 'today, without the year', (told) =>
    told.say.monthDay(todayOf(told), yearIn(told)),
  ),
  due: text('截止日，如“7月15日（星期日）”', 'the due day', (told) =>
    told.say.withWeekday(told.topic.due.nominal, yearIn(told)),
  ),
  moved_to: text(
    '按规定顺延至的日子；没有顺延则为空',
    'the day it was moved to by the rules; or empty',
    (told) => {
      const { nominal, effective } = told.topic.due;
      return effective > nominal ? told.say.withWeekday(effective, yearIn(told)) : '';
    },
  ),
  time: text('截止的时刻，如“24:00”', 'the time at which it closes', ({ topic, zone }) =>
    closingTime(topic.due.at, zone),
  ),
  days_left: number(
    '离截止日还有几个工作日；当天和以后为 0',
    'working days left; 0 from then on',
    ({ topic }) => Math.max(0, -topic.dueCount),
  ),
  days_over: number(
    '截止日后第几个工作日；之前为 0',
    'working days since; 0 until then',
    ({ topic }) => Math.max(0, topic.dueCount),
  ),
  last_day: flag(
    '今天就是截止日',
    'today is the due day',
    (told) => told.topic.dueCount === 0 && todayOf(told) === told.topic.due.effective,
  ),
  compile_on: text('汇总日，如“7月30日”', 'the day of compiling', (told) =>
    told.say.monthDay(told.facts.compileOn, yearIn(told)),
  ),
  workdays_to_compile: number(
    '离汇总日还有几个工作日',
    'working days to the day of compiling',
    ({ topic }) => topic.workdaysToCompile,
  ),
  before_compile: flag(
    '还没到汇总日',
    'the day of compiling is ahead',
    (told) => todayOf(told) < told.facts.compileOn,
  ),
  compile_today: flag(
    '今天是汇总日',
    'today is the day of compiling',
    (told) => todayOf(told) === told.facts.compileOn,
  ),
};

const todayOf = ({ facts, zone }: Morning): Day => zone.dayOf(facts.asOf);

export const MORNING: Variables<Morning> = {
  ...LETTERHEAD,
  period: text('报送期，如“2018年上半年”', 'the half-year', ({ facts, say }) =>
    say.period(facts.period),
  ),
  ...DATES,
  ...COUNTS,
  returned: number(
    '其中已退回的单位数',
    'how many of these were returned',
    ({ topic }) => topic.counts.returned,
  ),
  unconfirmed: number(
    '其中未签收通知的单位数',
    'how many of these have not confirmed the notice',
    ({ topic }) => topic.counts.unconfirmed,
  ),
  news: list(
    '上次告知以来发生的事，每类一行',
    'what was done since the last digest, by kind',
    (told: Morning) => told.topic.news.map((news) => ({ ...told, news })),
    {
      kind: text(
        '哪一类：reported 报送、withdrawn 撤回、returned 退回、asked 申请延期、extended 延期、extension-withdrawn 撤销延期、waived 免报、confirmed 签收、called 已致电',
        'reported, withdrawn, returned, asked, extended, extension-withdrawn, waived, confirmed or called',
        ({ news }) => news.kind,
      ),
      count: number('单位数', 'how many units', ({ news }) => news.units.length),
      units: text(
        '单位，迟报和日期写在括号里',
        'the units, with late reports and dates in brackets',
        (told) => {
          const { kind, units } = told.news;
          const { newsUnit, some } = told.say.morning;
          return some(
            units.map((each) => newsUnit(kind, each, yearIn(told))),
            MOST,
          );
        },
      ),
    },
  ),
  overdue: number(
    '未报中已逾期的单位数',
    'how many of the missing are overdue',
    (told) => missing(told, true).length,
  ),
  overdue_units: text('已逾期的单位', 'these units', (told) => missingUnits(told, true)),
  not_yet_due: number(
    '未报中还没到期的单位数',
    'how many of the missing are not due yet',
    (told) => missing(told, false).length,
  ),
  not_yet_due_units: text('还没到期的单位', 'these units', (told) => missingUnits(told, false)),
  failed: number(
    '最近一次信息未送达的单位数',
    'how many units the last message did not reach',
    ({ topic }) => topic.failed.length,
  ),
  failed_units: text('这些单位', 'these units', ({ topic, say }) =>
    say.morning.some(topic.failed, MOST),
  ),
  to_do: number('待办件数', 'how many things are to do', ({ topic }) =>
    topic.waiting.reduce((sum, each) => sum + each.number, 0),
  ),
  tasks: list('待办，每类一项', 'what is to do, by kind', ({ topic }: Morning) => topic.waiting, {
    kind: text(
      '哪一类：release 审发、call 致电、extension 延期申请、resubmission 退回、unreachable 联系不上、unknown 短信不明',
      'release, call, extension, resubmission, unreachable or unknown',
      ({ kind }) => kind,
    ),
    count: number('件数', 'how many', (each) => each.number),
  }),
  today_sent: list(
    '今天安排发送的，每项一行',
    'what goes out today',
    (told: Morning) => told.topic.today.map((sent) => ({ ...told, sent })),
    {
      kind: text(
        '哪一类：notice、reminder、due、chase、press、supervise',
        'notice, reminder, due, chase, press or supervise',
        ({ sent }) => sent.kind,
      ),
      at: text('时刻，如“9时”', 'at what time', ({ sent, zone, say }) =>
        say.clock(zone.timeOf(sent.at)),
      ),
      count: number('单位数', 'to how many units', ({ sent }) => sent.units),
    },
  ),
};

/** Units named at most: a mail is read on a telephone too, and the board has them all. */
const MOST = 20;
const MOST_MISSING = 60;

const missing = ({ topic }: Morning, isOverdue: boolean): MissingToday[] =>
  topic.missing.filter((unit) => unit.isOverdue === isOverdue);

function missingUnits(told: Morning, isOverdue: boolean): string {
  const { missingUnit, some } = told.say.morning;
  return some(
    missing(told, isOverdue).map((unit) => missingUnit(unit, yearIn(told))),
    MOST_MISSING,
  );
}

/** Full days before and after the due day, a day without news, and one with nothing missing. */
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
