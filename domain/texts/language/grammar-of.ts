/** The languages a plan can be in. */

import type { Language, Wording } from '../../plan/text-names.ts';
import { en } from './en.ts';
import type { Grammar } from './grammar.ts';
import { zh } from './zh.ts';

const GRAMMARS: Readonly<Record<Language, Grammar>> = { zh, en };

/** Of a plan from before there were languages: Chinese. */
export const grammarOf = ({ language }: Pick<Wording, 'language'>): Grammar =>
  GRAMMARS[language] ?? zh;
