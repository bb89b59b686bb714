/** One line that tells an officer what to do about a unit; on the board and in the list of tasks. */

import type { Obligation } from '../../obligation/obligation.ts';
import type { Wording } from '../../plan/text-names.ts';
import { yearOf } from '../../time/dates-in-words.ts';
import type { Day } from '../../time/time.ts';
import { dueDay, dueYear } from '../due-day.ts';
import { hasText, lineOf } from '../engine/frame.ts';
import type { TaskFacts, TaskReason, ToCall } from '../facts.ts';
import type { Grammar } from '../language/grammar.ts';
import { grammarOf } from '../language/grammar-of.ts';
import { type Sample, type SampleRound, situationsOf } from './situations.ts';
import { text, type Variables, valuesOf } from './variables.ts';

const UNIT = text(
  '单位名称',
  'the unit’s name',
  ({ unitName }: { readonly unitName: string }) => unitName,
);

type Called = {
  readonly unitName: string;
  readonly contact: TaskFacts['contact'];
  readonly say: Grammar;
};

/** Of the list made on the due day, which knows no more of a unit. */
export const CALL_TODAY: Variables<Called> = {
  unit: UNIT,
  contact: text(
    '联络员和电话，如“张某，0760-88000001”；没有则为“联系人未登记”',
    'liaison and telephone',
    ({ contact, say }) => say.contact(contact),
  ),
};

export const TASK: Variables<Called & Pick<TaskFacts, 'about'>> = {
  ...CALL_TODAY,
  report: text('材料名称，如“2018年上半年落实情况”', 'name of the report', ({ about, say }) =>
    say.taskReport(about.period),
  ),
  was_due: text(
    '应报的日期，如“7月15日（按规定顺延至7月16日）”',
    'the day that was missed',
    ({ about, say }) => say.wasDue(about),
  ),
  due: text(
    '截止日；退回后为新的日期',
    'the due day; after a return the new one',
    ({ about, say }) => say.monthDay(dueDay(about), dueYear(about)),
  ),
  promised: text('承诺的日期；没有则为空', 'the day promised; or empty', ({ about, say }) =>
    about.promisedOn === null ? '' : say.monthDay(about.promisedOn, dueYear(about)),
  ),
};

export function taskText(wording: Wording, facts: TaskFacts): string {
  const say = grammarOf(wording);
  const { about, contact } = facts;
  const values = valuesOf(TASK, { unitName: about.unitName, contact, about, say });
  // A plan that an earlier release imported has no such template.
  const isKnown = facts.reason !== 'release-message' || hasText(wording, 'release-message.task');
  const name = isKnown ? (`${facts.reason}.task` as const) : 'release-letter.task';
  const line = lineOf(wording, name, values);
  return `${facts.demonstration ? say.frame.mark : ''}${line}`;
}

/** The same for the list of the due day. */
export function callTodayText(wording: Wording, unit: ToCall, demonstration: boolean): string {
  const say = grammarOf(wording);
  const { unitName, liaison, phone } = unit;
  const contact = liaison === null ? null : { name: liaison, phone };
  const line = lineOf(wording, 'call-today.task', valuesOf(CALL_TODAY, { unitName, contact, say }));
  return `${demonstration ? say.frame.mark : ''}${line}`;
}

/** A unit's request for a later date. */
type UnitRequest = { readonly unitName: string; readonly until: Day; readonly reason: string };
/** Another liaison that a unit has named. */
type Naming = { readonly unitName: string; readonly liaison: string };

export const EXTENSION: Variables<UnitRequest & { readonly say: Grammar }> = {
  unit: UNIT,
  until: text(
    '申请延至的日期，如“7月25日（星期三）”',
    'the day that is asked for',
    ({ until, say }) => say.withWeekday(until, yearOf(until)),
  ),
  // A line break would run two sentences together in one line.
  reason: text('申请的事由', 'why', ({ reason }) => reason.trim().replaceAll(/\s*\n\s*/g, ' ')),
};

export const CONTACTS: Variables<Naming> = {
  unit: UNIT,
  liaison: text(
    '单位提出的新联络员姓名',
    'name of the liaison whom the unit has named',
    ({ liaison }) => liaison,
  ),
};

export const extensionTaskText = (wording: Wording, request: UnitRequest): string =>
  lineOf(wording, 'extension.task', valuesOf(EXTENSION, { ...request, say: grammarOf(wording) }));

export const contactsTaskText = (wording: Wording, naming: Naming): string =>
  lineOf(wording, 'contacts.task', valuesOf(CONTACTS, naming));

const REASONS: readonly TaskReason[] = [
  'call',
  'in-person',
  'unreachable',
  'promise-passed',
  'after-return',
  'release-letter',
  'release-slip',
  'release-message',
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
  const request = { unitName: unit.unitName, until: round.dates.compileOn, reason: '数据待核' };
  const naming = { unitName: unit.unitName, liaison: '李某' };
  const asked = [
    { name: 'extension.task' as const, line: () => extensionTaskText(round.plan, request) },
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
