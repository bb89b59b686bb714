/** 每日情况: where a round stands, to the bureau's officers each working morning. */
import type { DigestFacts, MailText } from '../facts.ts';
import type { MissingToday, MorningTopic, News, NewsKind, TodoKind } from '../morning.ts';
import type { StepKind } from '../policy.ts';
import type { Day, Zone } from '../time.ts';
import {
  clock,
  closingTime,
  dayWithWeekday,
  fullDate,
  monthDay,
  periodLabel,
  yearOf,
} from './dates.ts';

type Written = { readonly subject: string; readonly paragraphs: readonly string[] };

/** Paragraphs that are empty fall out. */
export function morningMail(facts: DigestFacts, topic: MorningTopic, zone: Zone): MailText {
  const { subject, paragraphs } = written(facts, topic, zone);
  const { bureau } = facts.sender;
  const blocks = [
    `${bureau}经办同志：`,
    ...paragraphs,
    `${bureau}\n${fullDate(zone.dayOf(facts.asOf))}`,
  ];
  return { subject, text: `${blocks.filter((block) => block !== '').join('\n\n')}\n` };
}

function written(facts: DigestFacts, topic: MorningTopic, zone: Zone): Written {
  const year = yearOf(facts.nominalDue);
  const today = zone.dayOf(facts.asOf);
  const toDo = topic.todo.reduce((sum, { number }) => sum + number, 0);
  return {
    subject: `${periodLabel(facts.period)}报送情况（${monthDay(today, year)}）：未报${topic.counts.missing}个，待办${toDo}件`,
    paragraphs: [
      `${dueWords(topic, today, year, zone)}。截至${clock(zone.timeOf(facts.asOf))}，${counted(topic)}`,
      changes(topic, year),
      missing(topic, year),
      topic.failed.length === 0
        ? ''
        : `最近一次信息未送达${topic.failed.length}个单位：${names(topic.failed)}。请核对联系方式，或改用电话。`,
      topic.todo.length === 0
        ? '目前没有待办。'
        : `待办：${topic.todo.map(({ kind, number }) => `${TASKS[kind]}${number}件`).join('，')}。`,
      goingOut(topic, zone),
      compileWords(facts, topic, today, year),
    ],
  };
}

/** In a preview: what it will say is only known in the morning. */
export const morningToCome = (period: string): MailText => ({
  subject: `${periodLabel(period)}报送情况`,
  text: '按当日情况生成。',
});

function dueWords({ due, dueCount }: MorningTopic, today: Day, year: string, zone: Zone): string {
  const moved = due.effective > due.nominal ? `，顺延至${dayWithWeekday(due.effective, year)}` : '';
  const date = `${dayWithWeekday(due.nominal, year)}${moved}${closingTime(due.at, zone)}截止`;
  if (dueCount < 0) return `${date}，还有${-dueCount}个工作日`;
  if (dueCount > 0) return `${date}，今天是截止日后第${dueCount}个工作日`;
  return today === due.effective ? `${date}，就是今天` : date;
}

/** 应报 = 已报 + 免报 + 未报, and what is hidden in these numbers. */
const counted = ({ counts }: MorningTopic): string =>
  `应报${counts.owed}个 = 已报${counts.reported}个 + 免报${counts.waived}个 + 未报${counts.missing}个；` +
  `已报中迟报${counts.late}个，未报中退回${counts.returned}个，未签收${counts.unconfirmed}个。`;

function changes({ news }: MorningTopic, year: string): string {
  if (news.length === 0) return '上次告知以来没有变化。';
  return ['上次告知以来：', ...news.map((each) => newsLine(each, year))].join('\n');
}

function newsLine({ kind, units }: News, year: string): string {
  const [word, dated] = NEWS_WORDS[kind];
  const listed = units.map(({ unitName, late, on }) =>
    noted(unitName, [late ? '迟报' : '', on === null ? '' : dated(monthDay(on, year))]),
  );
  return `${word}${units.length}个：${names(listed)}`;
}

const NEWS_WORDS: Readonly<Record<NewsKind, readonly [string, (day: string) => string]>> = {
  reported: ['报送', (day) => day],
  withdrawn: ['撤回', (day) => day],
  returned: ['退回', (day) => `${day}前重报`],
  asked: ['申请延期', (day) => `至${day}`],
  extended: ['延期', (day) => `至${day}`],
  'extension-withdrawn': ['撤销延期', (day) => day],
  waived: ['免报', (day) => day],
  confirmed: ['签收', (day) => day],
  called: ['已致电', (day) => `承诺${day}报送`],
};

function missing({ missing: all }: MorningTopic, year: string): string {
  if (all.length === 0) return '应报单位均已报送或免报。';
  const lines = [
    ['逾期', all.filter((each) => each.isOverdue)] as const,
    ['未到期', all.filter((each) => !each.isOverdue)] as const,
  ].filter(([, units]) => units.length > 0);
  return [
    `未报${all.length}个：`,
    ...lines.map(
      ([word, units]) =>
        `${word}${units.length}个：${names(
          units.map((each) => one(each, year)),
          MOST_MISSING,
        )}`,
    ),
  ].join('\n');
}

const one = ({ unitName, isReturned, until, promisedOn }: MissingToday, year: string): string =>
  noted(unitName, [
    isReturned ? '已退回' : '',
    until === null ? '' : `期限${monthDay(until, year)}`,
    promisedOn === null ? '' : `承诺${monthDay(promisedOn, year)}报送`,
  ]);

function goingOut({ today }: MorningTopic, zone: Zone): string {
  if (today.length === 0) return '今日没有安排发送。';
  const parts = today.map(
    ({ kind, at, units }) => `${clock(zone.timeOf(at))}${STEPS[kind]}${units}个单位`,
  );
  return `今日安排：${parts.join('；')}。`;
}

function compileWords(
  { compileOn }: DigestFacts,
  { workdaysToCompile }: MorningTopic,
  today: Day,
  year: string,
): string {
  const date = monthDay(compileOn, year);
  if (today < compileOn) return `距汇总日（${date}）还有${workdaysToCompile}个工作日。`;
  return today === compileOn ? '今天是汇总日。' : `已过汇总日（${date}），尚未上报。`;
}

const TASKS: Readonly<Record<TodoKind, string>> = {
  release: '审发文稿',
  call: '致电',
  extension: '答复延期申请',
  resubmission: '跟进退回',
  unreachable: '查找联系人',
  unknown: '核实短信',
};

const STEPS: Readonly<Record<StepKind, string>> = {
  notice: '报送通知',
  reminder: '提醒',
  due: '截止日提醒',
  chase: '催报',
  press: '催办',
  supervise: '备督办单代拟稿',
};

/** A mail is read on a telephone too; the board has them all. */
const MOST = 20;
const MOST_MISSING = 60;

const names = (all: readonly string[], most = MOST): string =>
  all.length <= most
    ? all.join('、')
    : `${all.slice(0, most).join('、')}等，其余${all.length - most}个见总览`;

const noted = (name: string, notes: readonly string[]): string => {
  const said = notes.filter((note) => note !== '');
  return said.length === 0 ? name : `${name}（${said.join('，')}）`;
};
