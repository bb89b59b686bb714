/** The words of the pages. Chinese comes first; `?lang=en` asks for English labels, the record stays as it was written. */
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { EN } from '../words/en.ts';
import { type Words, ZH } from '../words/zh.ts';

export type { Words };
export type Language = 'zh' | 'en';

const COOKIE = 'cuibao-lang';

const languageOf = (asked: string | undefined): Language => (asked === 'en' ? 'en' : 'zh');
export const wordsIn = (language: Language): Words => (language === 'en' ? EN : ZH);

/** What the address asks for, else what was asked for before: a form that is posted does not repeat it. */
export const languageFor = (c: Context): Language =>
  languageOf(c.req.query('lang') ?? getCookie(c, COOKIE));

/** Remembers the language that an address asks for. */
export function keepLanguage(c: Context): void {
  const asked = c.req.query('lang');
  if (asked !== 'en' && asked !== 'zh') return;
  setCookie(c, COOKIE, asked, { path: '/', sameSite: 'Lax', httpOnly: true, maxAge: 31_536_000 });
}

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
