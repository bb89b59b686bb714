/** 报送通知: the first message of a round, with the form and a calendar entry. */
import type { About, MailText, MessageFacts, SmsText } from '../facts.ts';
import type { Day, Zone } from '../time.ts';
import { addressees, honorific, ourselves, please } from './address.ts';
import { dayWithWeekday, isFirstHalf, periodMonths } from './dates.ts';
import {
  byWhenShort,
  commonDate,
  deadline,
  dueDay,
  dueYear,
  earliest,
  isOver,
  onceIfAlike,
  wasDue,
} from './deadline.ts';
import { accordingToPlan, contactLine, mail, sms } from './frame.ts';
import {
  itemNumbers,
  periods,
  reportName,
  smsReport,
  waysToConfirm,
  waysWithForm,
  whatOf,
} from './ways.ts';

export function noticeMail(facts: MessageFacts, zone: Zone): MailText {
  return mail(facts, zone, {
    subject: `${please(facts)}报送${reportName(facts)}${commonDate(facts, (day) => `（${day}前）`)}`,
    salutation: addressees(facts),
    paragraphs: [
      request(facts),
      [
        `一、时间。${onceIfAlike(facts, (about) => dates(about, facts, zone))}`,
        `二、方式。${waysWithForm(facts)}。确有不便的，可经公文交换等其他渠道送达，由${ourselves(facts.sender.bureau)}代录，不必重复填报。签字或盖章页扫描件可在报送后3个工作日内补传。`,
        `三、内容。每项300字以内；没有进展的，说明原因即可。${yearFigures(facts)}请勿填写国家秘密、工作秘密和个人信息。`,
        `四、签收。收到后请签收（${waysToConfirm(facts)}）；联络员如有变动，请回复告知姓名和电话。`,
      ].join('\n'),
      contactLine(facts.sender),
    ],
    attachments: [`${periods(facts)}报送表`, '截止日程（日历文件）'],
  });
}

/** Sent only when no mail gets through, so it must not point to one. */
export function noticeSms(facts: MessageFacts, zone: Zone): SmsText {
  const ask = `${please(facts)}${byWhenShort(earliest(facts), facts.asOf, zone)}报送${smsReport(facts)}`;
  const { phone } = facts.sender;
  return sms(facts, [`${ask}，报送表和具体要求请来电索取：${phone}`, `${ask}，要求详询${phone}`]);
}

function request(facts: MessageFacts): string {
  const { sender } = facts;
  const [only, ...others] = facts.about;
  const start = `${accordingToPlan(sender)}${please(facts)}`;
  if (only !== undefined && others.length === 0) {
    return `${start}报送${whatOf(only)}${periodMonths(only.period)}落实情况${townsOwn(only)}。${nothingLive(only)}`;
  }
  const lines = facts.about.map(
    (each) =>
      `${each.unitName}：${whatOf(each)}${periodMonths(each.period)}落实情况${townsOwn(each)}。${nothingLive(each)}`,
  );
  return [`${start}分别报送下列${sender.subject}落实情况：`, ...lines].join('\n');
}

/** A town's free block, and the items that only support it: fill in, say why not, or leave out. */
function townsOwn(about: About): string {
  if (!about.isTown) return '';
  const optional =
    about.optionalItems.length === 0
      ? ''
      : `；${itemNumbers(about.optionalItems)}为选填，不涉及或无新进展的，注明即可`;
  return `，以及辖区贯彻落实实施方案的总体情况${optional}`;
}

const nothingLive = (about: About): string =>
  about.items.length === 0
    ? `本期${honorific(about.unitName)}没有在办的牵头事项，作零报告并注明原因即可。`
    : '';

// The January report is in practice also that of the year; the form asks for the cumulative figure in the same box.
const yearFigures = (facts: MessageFacts): string =>
  facts.about.every((each) => isFirstHalf(each.period)) ? '' : '涉及数据的，请一并注明全年累计数。';

function dates(about: About, facts: MessageFacts, zone: Zone): string {
  return isOver(about, facts.asOf)
    ? `${wasDue(about)}，现已逾期，${please(facts)}尽快报送。`
    : `${deadline(about, zone)}。${orEarlier(about, zone.dayOf(facts.asOf))}`;
}

function orEarlier(about: About, today: Day): string {
  const day = about.lastWorkdayBefore;
  if (day === null || day >= dueDay(about) || day < today) return '';
  return `也可于${dayWithWeekday(day, dueYear(about))}下班前提前报送。`;
}
