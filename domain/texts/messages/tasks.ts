/** One line that tells an officer what to do about a unit: on the board and in the list of tasks. */

import type { Obligation } from '../../obligation/obligation.ts';
import type { Wording } from '../../plan/text-names.ts';
import { yearOf } from '../../time/dates-in-words.ts';
import type { Day } from '../../time/time.ts';
import { dueDay, dueYear } from '../due-day.ts';
import { lineOf } from '../engine/frame.ts';
import type { TaskFacts, TaskReason, ToCall } from '../facts.ts';
import type { Grammar } from '../language/grammar.ts';
import { grammarOf } from '../language/grammar-of.ts';
import { type Sample, type SampleRound, situationsOf } from './situations.ts';
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

const callTodayVariables = (
  { unitName, liaison, phone }: Pick<ToCall, 'unitName' | 'liaison' | 'phone'>,
  say: Grammar,
): Values<typeof CALL_TODAY> => ({
  unit: unitName,
  contact: say.contact(liaison === null ? null : { name: liaison, phone }),
});

function taskVariables({ about, contact }: TaskFacts, say: Grammar): Values<typeof TASK> {
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

/** One line that tells an officer what to do about a unit. */
export function taskText(wording: Wording, facts: TaskFacts): string {
  const say = grammarOf(wording);
  const line = lineOf(wording, `${facts.reason}.task`, taskVariables(facts, say));
  return `${facts.demonstration ? say.frame.mark : ''}${line}`;
}

/** The same for the list of the due day. */
export function callTodayText(wording: Wording, unit: ToCall, demonstration: boolean): string {
  const say = grammarOf(wording);
  const line = lineOf(wording, 'call-today.task', callTodayVariables(unit, say));
  return `${demonstration ? say.frame.mark : ''}${line}`;
}

/** What the lines may name that a unit's own act gives an officer to do. */
type Wish = { readonly unitName: string; readonly until: Day; readonly reason: string };
type Naming = { readonly unitName: string; readonly liaison: string };

const UNIT = text('单位名称', 'the unit’s name');

export const EXTENSION = {
  unit: UNIT,
  until: text('申请延至的日期，如“7月25日（星期三）”', 'the day that is asked for'),
  reason: text('申请的事由', 'why'),
} as const;

const extensionVariables = (
  { unitName, until, reason }: Wish,
  say: Grammar,
): Values<typeof EXTENSION> => ({
  unit: unitName,
  until: say.withWeekday(until, yearOf(until)),
  // A line break would run two sentences together in one line.
  reason: reason.trim().replaceAll(/\s*\n\s*/g, ' '),
});

export const CONTACTS = {
  unit: UNIT,
  liaison: text('单位提出的新联络员姓名', 'name of the liaison whom the unit has named'),
} as const;

const contactsVariables = ({ unitName, liaison }: Naming): Values<typeof CONTACTS> => ({
  unit: unitName,
  liaison,
});

/** What a unit's own act gives an officer to do, in one line: a wish for a later date, another liaison. */
export const extensionTaskText = (wording: Wording, wish: Wish): string =>
  lineOf(wording, 'extension.task', extensionVariables(wish, grammarOf(wording)));

export const contactsTaskText = (wording: Wording, naming: Naming): string =>
  lineOf(wording, 'contacts.task', contactsVariables(naming));

const REASONS: readonly TaskReason[] = [
  'call',
  'in-person',
  'unreachable',
  'promise-passed',
  'after-return',
  'release-letter',
  'release-slip',
];

export function* taskSamples(round: SampleRound, units: readonly Obligation[]): Generator<Sample> {
  const situation = situationsOf(round).find(({ kind }) => kind === 'chase');
  const [unit] = units;
  if (!situation || !unit) return;
  const nobody = { liaison: null, phone: null, confirmedAt: null, promisedOn: null };
  const today = { unitName: unit.unitName, ...nobody };
  yield {
    name: 'call-today.task',
    of: unit.unitName,
    words: () => ({ text: callTodayText(round.plan, today, false) }),
  };
  const wish = { unitName: unit.unitName, until: round.dates.compileOn, reason: '数据待核' };
  const naming = { unitName: unit.unitName, liaison: '李某' };
  const asked = [
    { name: 'extension.task' as const, line: () => extensionTaskText(round.plan, wish) },
    { name: 'contacts.task' as const, line: () => contactsTaskText(round.plan, naming) },
  ];
  for (const { name, line } of asked) {
    yield { name, of: unit.unitName, words: () => ({ text: line() }) };
  }
  for (const reason of REASONS) {
    const about = situation.about(unit);
    const facts = { reason, about, contact: null, asOf: situation.asOf, demonstration: false };
    yield {
      name: `${reason}.task`,
      of: unit.unitName,
      words: () => ({ text: taskText(round.plan, facts) }),
    };
  }
}
