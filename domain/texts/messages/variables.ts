/**
 * What a template may name. One entry has a variable's name, kind, meaning in both languages, and the function that finds
 * its value in the facts; docs/texts.md is written from these entries.
 */

type Entry<Is extends string, Facts, Value> = {
  readonly is: Is;
  readonly zh: string;
  readonly en: string;
  readonly value: (facts: Facts) => Value;
};
export type Variable<Facts> =
  | Entry<'text', Facts, string>
  | Entry<'flag', Facts, boolean>
  | Entry<'number', Facts, number>
  | List<Facts>;
type List<Facts> = Entry<'list', Facts, readonly Values[]> & { readonly fields: AnyVariables };

export type Variables<Facts> = { readonly [name: string]: Variable<Facts> };
/** For those who read names and meanings only. */
export type AnyVariables = Variables<never>;

/** What a template is given. */
export type Values = {
  readonly [name: string]: string | boolean | number | readonly Values[];
};

export const valuesOf = <Facts>(variables: Variables<Facts>, facts: Facts): Values =>
  Object.fromEntries(Object.entries(variables).map(([name, { value }]) => [name, value(facts)]));

/** A phrase; empty where there is nothing to say, which a condition takes for no. */
export const text = <Facts>(
  zh: string,
  en: string,
  value: (facts: Facts) => string,
): Entry<'text', Facts, string> => ({ is: 'text', zh, en, value });

export const flag = <Facts>(
  zh: string,
  en: string,
  value: (facts: Facts) => boolean,
): Entry<'flag', Facts, boolean> => ({ is: 'flag', zh, en, value });

export const number = <Facts>(
  zh: string,
  en: string,
  value: (facts: Facts) => number,
): Entry<'number', Facts, number> => ({ is: 'number', zh, en, value });

/** @param each the facts of each entry, from which its fields take their values */
export const list = <Facts, Each>(
  zh: string,
  en: string,
  each: (facts: Facts) => readonly Each[],
  fields: Variables<Each>,
): List<Facts> => ({
  is: 'list',
  zh,
  en,
  fields,
  value: (facts) => each(facts).map((one) => valuesOf(fields, one)),
});
