import type { Language, Wording } from '../../plan/text-names.ts';
import { en } from './en.ts';
import type { Grammar } from './grammar.ts';
import { zh } from './zh.ts';

const GRAMMARS: Readonly<Record<Language, Grammar>> = { zh, en };

/** The phrases of a plan's language. Plans imported by early versions have none and are Chinese. */
export const grammarOf = ({ language }: Pick<Wording, 'language'>): Grammar =>
  GRAMMARS[language] ?? zh;
