/** What the lines may name that a unit's own act gives an officer to do. */

import { yearOf } from '../../time/dates-in-words.ts';
import type { Day } from '../../time/time.ts';
import type { Grammar } from '../language/grammar.ts';
import { text, type Values } from '../messages/spec.ts';

export type Wish = { readonly unitName: string; readonly until: Day; readonly reason: string };
export type Naming = { readonly unitName: string; readonly liaison: string };

const UNIT = text('单位名称', 'the unit’s name');

export const EXTENSION = {
  unit: UNIT,
  until: text('申请延至的日期，如“7月25日（星期三）”', 'the day that is asked for'),
  reason: text('申请的事由', 'why'),
} as const;

export const extensionVariables = (
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

export const contactsVariables = ({ unitName, liaison }: Naming): Values<typeof CONTACTS> => ({
  unit: unitName,
  liaison,
});
