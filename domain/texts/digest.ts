/** What the bureau's officers are told about a round: whom to call, and what became of the compilation. */
import type { DigestFacts, DigestTopic, MailText, Missing, ToCall } from '../facts.ts';
import type { Zone } from '../time.ts';
import { clock, monthDay, periodLabel, yearOf } from './dates.ts';
import { mail } from './frame.ts';

type CallList = Extract<DigestTopic, { kind: 'call-list' }>;
type Compiled = Extract<DigestTopic, { kind: 'compiled' }>;

export function renderDigest(facts: DigestFacts, zone: Zone): MailText {
  const { topic } = facts;
  const { subject, paragraphs } =
    topic.kind === 'call-list' ? callList(facts, topic, zone) : compiled(facts, topic);
  return mail(facts, zone, { subject, salutation: `${facts.sender.bureau}经办同志`, paragraphs });
}

function callList(facts: DigestFacts, { units }: CallList, zone: Zone) {
  const period = periodLabel(facts.period);
  const year = yearOf(facts.nominalDue);
  const asOf = `截至${monthDay(zone.dayOf(facts.asOf), year)}${clock(zone.timeOf(facts.asOf))}`;
  if (units.length === 0) {
    return {
      subject: `${period}无需致电：均已报送`,
      paragraphs: [`${asOf}，各单位均已报送，无需致电。`],
    };
  }
  return {
    subject: `${period}待致电：${units.length}个单位尚未报送`,
    paragraphs: [
      `${period}报送${monthDay(facts.nominalDue, year)}截止，${asOf}，以下${units.length}个单位尚未报送，请安排致电：`,
      numbered(units.map((unit) => call(unit, year))),
      '致电后请登记通话对象、答复和承诺日期；承诺日期前不再催报。',
    ],
  };
}

function call(unit: ToCall, year: string): string {
  return [
    unit.unitName,
    `联络员${unit.liaison ?? '未登记'}`,
    `电话${unit.phone ?? '未登记'}`,
    unit.confirmedAt === null ? '未签收' : '已签收',
    unit.promisedOn === null ? [] : `承诺${monthDay(unit.promisedOn, year)}报送`,
  ]
    .flat()
    .join('，');
}

function compiled(facts: DigestFacts, topic: Compiled) {
  const { version, counts } = topic;
  const year = yearOf(facts.nominalDue);
  const report = `${periodLabel(facts.period)}总体评价报告第${version}版`;
  return {
    subject: `${periodLabel(facts.period)}${headline(topic)}`,
    paragraphs: [
      `${report}已生成，${why(topic, monthDay(facts.compileOn, year))}。`,
      `应报${counts.owed}个，已报${counts.reported}个（其中迟报${counts.late}个），免报${counts.waived}个，未报${counts.missing}个。`,
      topic.changes.length === 0 ? '' : `与上一版相比：\n${numbered(topic.changes)}`,
      topic.missing.length === 0
        ? ''
        : `未报单位：${topic.missing.map((each) => missing(each, year)).join('、')}。`,
      topic.late.length === 0 ? '' : `迟报单位：${topic.late.join('、')}。`,
      next(topic, facts.sender.authority),
    ],
  };
}

function headline({ occasion, version, counts }: Compiled): string {
  const still = counts.missing === 0 ? '' : `，${counts.missing}个单位未报`;
  switch (occasion) {
    case 'draft':
      return `汇总初稿已生成（第${version}版${still}）`;
    case 'compile-date':
      return `到期汇总稿已生成（第${version}版${still}）`;
    case 'complete':
      return `报送齐全，汇总完成（第${version}版）`;
    case 'stale':
      return `汇总已更新为第${version}版${still}`;
  }
}

function why({ occasion, missing }: Compiled, compileOn: string): string {
  switch (occasion) {
    case 'draft':
      return `为初稿，计划${compileOn}汇总`;
    case 'compile-date':
      return missing.length === 0 ? '已到汇总日' : '已到汇总日，未报单位在稿中列明';
    case 'complete':
      return '应报单位均已报送或免报';
    case 'stale':
      return '取代上一版，上一版不再用于上报';
  }
}

function next({ occasion, missing, version }: Compiled, authority: string): string {
  const later = '此后收到的材料将自动生成新版，并另行告知。';
  if (occasion === 'draft') return later;
  const signOff = `请审核第${version}版，确认无误后上报${authority}。`;
  return missing.length > 0 ? `${signOff}${later}` : signOff;
}

const missing = (each: Missing, year: string): string =>
  each.extendedUntil === null
    ? each.unitName
    : `${each.unitName}（已延期至${monthDay(each.extendedUntil, year)}）`;

const numbered = (lines: readonly string[]): string =>
  lines.map((line, index) => `${index + 1}. ${line}`).join('\n');
