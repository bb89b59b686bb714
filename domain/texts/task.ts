/** One line that tells an officer what to do about a unit: on the board and in the list of tasks. */
import type { About, TaskFacts } from '../facts.ts';
import { impossible } from '../problem.ts';
import { monthDay, periodLabel } from './dates.ts';
import { dueDay, dueYear, wasDue } from './deadline.ts';

export function taskText(facts: TaskFacts): string {
  return `${facts.demonstration ? '【演示】' : ''}${line(facts)}`;
}

function line({ reason, about, contact }: TaskFacts): string {
  const { unitName } = about;
  const who =
    contact === null ? '联系人未登记' : `${contact.name}，${contact.phone ?? '电话未登记'}`;
  const report = `${periodLabel(about.period)}落实情况`;
  switch (reason) {
    case 'call':
      return `致电${unitName}（${who}）：${report}${wasDue(about)}，尚未收到。`;
    case 'in-person':
      return `当面或致电商请${unitName}（${who}）报送：${report}${wasDue(about)}，尚未收到；对该单位不再发催办函。`;
    case 'unreachable':
      return `核实${unitName}的联系方式（${who}）：联络员和副联络员均未能送达，${report}尚未收到。`;
    case 'promise-passed':
      return `致电${unitName}（${who}）：${promise(about)}，${report}尚未收到。`;
    case 'after-return':
      return `跟进${unitName}（${who}）：${report}已退回，补充材料应于${monthDay(dueDay(about), dueYear(about))}前报来。`;
    case 'release-letter':
      return `审发致${unitName}的催办函：${report}${wasDue(about)}，尚未收到。`;
    case 'release-slip':
      return `审定致${unitName}的督办单代拟稿：${report}${wasDue(about)}，尚未收到。`;
    default:
      return impossible(reason);
  }
}

const promise = (about: About): string =>
  about.promisedOn === null
    ? '承诺的日期已过'
    : `承诺${monthDay(about.promisedOn, dueYear(about))}报送，日期已过`;
