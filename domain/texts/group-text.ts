/** A paste-ready text for the bureau's work group: no unit, no person, no link, no plan. */
import type { GroupFacts } from '../group-text.ts';
import type { Zone } from '../time.ts';
import { clock, closingTime, dayWithShortWeekday, monthDay, periodLabel, yearOf } from './dates.ts';

/** One paragraph, its signature first. */
export function groupText(facts: GroupFacts, zone: Zone): string {
  const { sender, demonstration } = facts;
  const start = `【${sender.signature}】${demonstration ? '【演示】' : ''}各单位：`;
  if (facts.missing === 0) return `${start}${report(facts)}已全部报送，感谢支持。`;
  const sentences = [asked(facts, zone), soFar(facts, zone), urged(facts, zone)];
  return `${start}${sentences.join('')}咨询：${sender.phone}`;
}

const report = ({ period }: GroupFacts): string => `${periodLabel(period)}工作情况`;

function asked(facts: GroupFacts, zone: Zone): string {
  const { due, asOf } = facts;
  const year = yearOf(due.nominal);
  if (asOf > due.at) {
    const moved = due.effective > due.nominal ? `（顺延至${monthDay(due.effective, year)}）` : '';
    return `${report(facts)}报送已于${monthDay(due.nominal, year)}${moved}截止。`;
  }
  const time = closingTime(due.at, zone).replace(':00', '时');
  if (zone.dayOf(asOf) === due.effective) {
    return `${report(facts)}报送今日${time}截止，方式见邮件通知。`;
  }
  const day = due.effective < due.nominal ? due.effective : due.nominal;
  return `${report(facts)}请于${dayWithShortWeekday(day, year)}${time}前报送，方式见邮件通知。`;
}

function soFar({ asOf, reported }: GroupFacts, zone: Zone): string {
  if (reported === 0) return '';
  return `截至今日${clock(zone.timeOf(asOf))}已有${reported}个单位报送，感谢支持；`;
}

function urged({ due, asOf, missing, notYetDue }: GroupFacts, zone: Zone): string {
  if (asOf <= due.at) {
    return zone.dayOf(asOf) === due.effective
      ? '尚未报送的请于今日报送，确有困难的请来电说明。'
      : '尚未报送的请抓紧。';
  }
  if (missing === notYetDue) return '其余单位请按已同意的期限报送。';
  const except = notYetDue === 0 ? '' : '（已同意另定期限的除外）';
  return `尚未报送的${except}请尽快报送，确有困难的请来电说明。`;
}
