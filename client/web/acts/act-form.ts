/** The form of one act: its fields, who may send it, and the act made from them. */
import type { ObligationAct } from '../../../domain/obligation/act.ts';
import type { RoundAct } from '../../../domain/round/round.ts';
import { isDay } from '../../../domain/time/time.ts';
import type { Permission } from '../access/permissions.ts';
import type { Words } from '../shared/language.ts';

export type FieldName = keyof Words['fields'];

export type Field = {
  readonly name: FieldName;
  readonly kind: 'line' | 'text' | 'day' | 'hidden';
  readonly optional?: boolean;
  /** In characters. */
  readonly most?: number;
};

export type Values = Readonly<Partial<Record<FieldName, string>>>;

export type ActForm<Act extends ObligationAct | RoundAct> = {
  readonly need: Permission;
  readonly fields: readonly Field[];
  /** Call only with values that `fieldProblems` accepts. */
  readonly act: (values: Values) => Act;
  /** Depends on what the page showed: entries that others made meanwhile are shown first. */
  readonly judges?: boolean;
};

/** The values of the form's own fields, trimmed. */
export const valuesOf = (
  fields: readonly Field[],
  sent: Readonly<Record<string, unknown>>,
): Values =>
  Object.fromEntries(
    fields.map(({ name }) => {
      const value = sent[name];
      return [name, typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : ''];
    }),
  );

/** One sentence for each field with a problem. Whether the act is allowed is for the domain to decide. */
export function fieldProblems(
  fields: readonly Field[],
  values: Values,
  words: Words,
): Partial<Record<FieldName, string>> {
  const problems: Partial<Record<FieldName, string>> = {};
  for (const field of fields) {
    const problem = problemOf(field, values[field.name] ?? '', words);
    if (problem !== null) problems[field.name] = problem;
  }
  return problems;
}

function problemOf({ name, kind, optional, most }: Field, value: string, words: Words) {
  const label = words.fields[name];
  if (value === '') return optional ? null : words.fieldEmpty(label);
  const length = Array.from(value).length;
  if (most !== undefined && length > most) return words.fieldTooLong(label, most, length);
  if (kind === 'day' && !isDay(value)) return words.fieldNoDay(label, value);
  return null;
}
