/** The languages a plan can be in. */
import { en } from './en/en.ts';
import type { Grammar } from './grammar.ts';
import type { Language, Wording } from './names.ts';
import { zh } from './zh/zh.ts';

const GRAMMARS: Readonly<Record<Language, Grammar>> = { zh, en };

/** Of a plan from before there were languages: Chinese. */
export const grammarOf = ({ language }: Pick<Wording, 'language'>): Grammar =>
  GRAMMARS[language] ?? zh;
