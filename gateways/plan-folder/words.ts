/** The words a table may use for kinds and classes, and how words are read: the product's own, or Chinese. */
import type { UnitKind } from '../../domain/plan/plan.ts';
import type { UnitClass } from '../../domain/plan/policy.ts';

export const KINDS: Readonly<Record<UnitKind, string>> = {
  department: '部门',
  town: '镇区',
  other: '其他',
};

export const CLASSES: Readonly<Record<UnitClass, string>> = {
  municipal: '市直部门',
  town: '镇区',
  central: '中央或省垂直单位',
  party: '党委部门',
  'people-organisation': '群团组织',
  court: '法院',
  association: '协会',
};

/** The word itself or its Chinese; undefined for anything else. */
export function wordFor<Word extends string>(
  words: Readonly<Record<Word, string>>,
  text: string,
): Word | undefined {
  return keysOf(words).find((word) => word === text || words[word] === text);
}

/** For messages: `liaison（联络员）、deputy（备用联络员）…` */
export const allowedWords = <Word extends string>(words: Readonly<Record<Word, string>>): string =>
  keysOf(words)
    .map((word) => `${word}（${words[word]}）`)
    .join('、');

// Object.keys forgets the keys' type; the records above are closed, so nothing else can be in them.
const keysOf = <Word extends string>(words: Readonly<Record<Word, string>>): Word[] =>
  Object.keys(words) as Word[];
