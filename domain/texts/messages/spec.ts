/**
 * What a template may name: each variable with its kind and what it is, in both languages. The type of the values
 * follows from the description, so neither can say more than the other; docs/texts.md is held to it by a test.
 */

type About = { readonly zh: string; readonly en: string };
export type TextVariable = About & { readonly is: 'text' };
type Flag = About & { readonly is: 'flag' };
type Count = About & { readonly is: 'number' };
export type ListVariable<Fields extends Variables = Variables> = About & {
  readonly is: 'list';
  readonly fields: Fields;
};
export type Variable = TextVariable | Flag | Count | ListVariable;
export type Variables = { readonly [name: string]: Variable };

/** The values that a template with these variables is given. */
export type Values<Described extends Variables> = {
  readonly [Name in keyof Described]: Described[Name] extends { is: 'text' }
    ? string
    : Described[Name] extends { is: 'flag' }
      ? boolean
      : Described[Name] extends { is: 'number' }
        ? number
        : Described[Name] extends ListVariable<infer Fields>
          ? readonly Values<Fields>[]
          : never;
};

/** A phrase; empty where there is nothing to say, which a condition takes for no. */
export const text = (zh: string, en: string): TextVariable => ({ is: 'text', zh, en });
export const flag = (zh: string, en: string): Flag => ({ is: 'flag', zh, en });
export const number = (zh: string, en: string): Count => ({ is: 'number', zh, en });
export const list = <Fields extends Variables>(
  zh: string,
  en: string,
  fields: Fields,
): ListVariable<Fields> => ({ is: 'list', zh, en, fields });
