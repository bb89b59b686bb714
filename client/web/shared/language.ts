/** The words of the pages, in Chinese or, with `?lang=en`, in English. What people wrote stays as it is. */
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { ACCESS } from '../access/words.ts';
import { ACTS } from '../acts/words.ts';
import { ADMIN_AUDIT } from '../admin/audit/words.ts';
import { ADMIN_FAILURES } from '../admin/failures/words.ts';
import { ADMIN_PEOPLE } from '../admin/people/words.ts';
import { ADMIN_PLAN } from '../admin/plan/words.ts';
import { ADMIN } from '../admin/words.ts';
import { ADMIN_YEARS } from '../admin/years/words.ts';
import { BOARD } from '../board/words.ts';
import { CALENDAR } from '../calendar/words.ts';
import { COMPILATION } from '../compilation/words.ts';
import { CONTACT_CHECKS } from '../contact-checks/words.ts';
import { CONTACTS } from '../contacts/words.ts';
import { HISTORY } from '../history/words.ts';
import { LEAVES } from '../leaves/words.ts';
import { LETTERS } from '../letters/words.ts';
import { MESSAGES } from '../messages/words.ts';
import { MINE } from '../mine/words.ts';
import { OVERDUE } from '../overdue/words.ts';
import { RECEIPTS } from '../receipts/words.ts';
import { RECORD } from '../record/words.ts';
import { REPORT } from '../report/words.ts';
import { ROUNDS } from '../rounds/words.ts';
import { SENDING } from '../sending/words.ts';
import { SIGN_IN } from '../sign-in/words.ts';
import { SUBMISSION } from '../submission/words.ts';
import { UNIT } from '../unit/words.ts';
import { type Entry, join, type Spoken, spoken } from './word-table.ts';
import { SHARED } from './words.ts';

export type Language = keyof Entry;

const WORDS = join([
  ACCESS,
  ACTS,
  ADMIN,
  ADMIN_AUDIT,
  ADMIN_FAILURES,
  ADMIN_PEOPLE,
  ADMIN_PLAN,
  ADMIN_YEARS,
  BOARD,
  CALENDAR,
  COMPILATION,
  CONTACT_CHECKS,
  CONTACTS,
  HISTORY,
  LEAVES,
  LETTERS,
  MESSAGES,
  MINE,
  OVERDUE,
  RECEIPTS,
  RECORD,
  REPORT,
  ROUNDS,
  SENDING,
  SHARED,
  SIGN_IN,
  SUBMISSION,
  UNIT,
]);

export type Words = Spoken<typeof WORDS>;

const SPOKEN: Readonly<Record<Language, Words>> = {
  zh: spoken(WORDS, 'zh'),
  en: spoken(WORDS, 'en'),
};

export const wordsIn = (language: Language): Words => SPOKEN[language];

const COOKIE = 'cuibao-lang';

/** From the address, else from the cookie: a posted form does not carry `?lang=`. */
export const languageFor = (c: Context): Language =>
  languageOf(c.req.query('lang') ?? getCookie(c, COOKIE));

const languageOf = (asked: string | undefined): Language => (asked === 'en' ? 'en' : 'zh');

/** Stores the language of the address in a cookie. */
export function keepLanguage(c: Context): void {
  const asked = c.req.query('lang');
  if (asked !== 'en' && asked !== 'zh') return;
  setCookie(c, COOKIE, asked, { path: '/', sameSite: 'Lax', httpOnly: true, maxAge: 31_536_000 });
}

/** A link that keeps the language; leaves out empty parameters. */
export function linkTo(
  path: string,
  language: Language,
  query: Readonly<Record<string, string>> = {},
): string {
  const all = { ...query, ...(language === 'en' && { lang: 'en' }) };
  const asked = new URLSearchParams(Object.entries(all).filter(([, value]) => value !== ''));
  return asked.size > 0 ? `${path}?${asked}` : path;
}
