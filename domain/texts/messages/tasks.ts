/** One line that tells an officer what to do about a unit: on the board and in the list of tasks. */

import { dueDay, dueYear } from '../due-day.ts';
import type { TaskFacts, ToCall } from '../facts.ts';
import type { Grammar } from '../language/grammar.ts';
import { text, type Values } from './spec.ts';

/** Of the list made on the due day, which knows no more of a unit. */
export const CALL_TODAY = {
  unit: text('单位名称', 'the unit’s name'),
  contact: text(
    '联络员和电话，如“张某，0760-88000001”；没有则为“联系人未登记”',
    'liaison and telephone',
  ),
} as const;

export const TASK = {
  ...CALL_TODAY,
  report: text('材料名称，如“2018年上半年落实情况”', 'name of the report'),
  was_due: text('应报的日期，如“7月15日（按规定顺延至7月16日）”', 'the day that was missed'),
  due: text('截止日；退回后为新的日期', 'the due day; after a return the new one'),
  promised: text('承诺的日期；没有则为空', 'the day promised; or empty'),
} as const;

export const callTodayVariables = (
  { unitName, liaison, phone }: Pick<ToCall, 'unitName' | 'liaison' | 'phone'>,
  say: Grammar,
): Values<typeof CALL_TODAY> => ({
  unit: unitName,
  contact: say.contact(liaison === null ? null : { name: liaison, phone }),
});

export function taskVariables({ about, contact }: TaskFacts, say: Grammar): Values<typeof TASK> {
  const year = dueYear(about);
  return {
    unit: about.unitName,
    contact: say.contact(contact),
    report: say.taskReport(about.period),
    was_due: say.wasDue(about),
    due: say.monthDay(dueDay(about), year),
    promised: about.promisedOn === null ? '' : say.monthDay(about.promisedOn, year),
  };
}
