/** The words of the pages. Chinese comes first; `?lang=en` asks for English labels, the record stays as it was written. */
import { EN } from './words/en.ts';
import { type Words, ZH } from './words/zh.ts';

export type { Words };
export type Language = 'zh' | 'en';

export const languageOf = (asked: string | undefined): Language => (asked === 'en' ? 'en' : 'zh');
export const wordsIn = (language: Language): Words => (language === 'en' ? EN : ZH);

/** Keeps the language (and whatever else is given) from page to page. */
export function linkTo(
  path: string,
  language: Language,
  query: Readonly<Record<string, string>> = {},
): string {
  const all = { ...query, ...(language === 'en' && { lang: 'en' }) };
  const asked = new URLSearchParams(Object.entries(all).filter(([, value]) => value !== ''));
  return asked.size > 0 ? `${path}?${asked}` : path;
}
