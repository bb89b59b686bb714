/**
 * Why something did not get through, for people: what gateways say of a failure (a code and where it came) is put into
 * words, the code kept beside it. What is a sentence already stays as it is.
 */
import { UNDERSTOOD_EN, UNDERSTOOD_ZH, type Understood } from './failure-sentences.ts';

export type FailureLanguage = 'zh' | 'en';

/** A reason may say what became of a message and, behind a semicolon, what its last attempt had come to. */
export const failureInWords = (reason: string, language: FailureLanguage = 'zh'): string =>
  reason
    .split('；')
    .map((part) => inWords(part, language === 'zh' ? UNDERSTOOD_ZH : UNDERSTOOD_EN))
    .join('；');

function inWords(part: string, say: Understood): string {
  const [, from = '', what = ''] = /^(mail|sms|robot): (.+)$/.exec(part) ?? [];
  const [, unconfirmed] = /^plan (\S+) not confirmed$/.exec(what) ?? [];
  if (unconfirmed !== undefined) return say.notConfirmed(unconfirmed);
  if (from === 'mail') return mailInWords(what, say);
  if (from === 'sms') return httpInWords(what, say, say.smsPlatform);
  return from === 'robot' ? httpInWords(what, say, say.robot) : part;
}

type AboutMail =
  | 'notNow'
  | 'noSuchMailbox'
  | 'mailRefused'
  | 'weAreRefused'
  | 'noAnswerToMail'
  | 'noMailServer'
  | 'mailBrokeOff';

/** The first that fits; 552 to MAIL FROM is about the size of the mail. */
const MAIL: readonly (readonly [RegExp, AboutMail])[] = [
  [/^(4\d\d|503)\b/, 'notNow'],
  [/^5\d\d\b.* at RCPT TO$/, 'noSuchMailbox'],
  [/^552 .*at MAIL/, 'mailRefused'],
  [/^5\d\d\b.* at (CONN|EHLO|HELO|LHLO|STARTTLS|AUTH|MAIL)/, 'weAreRefused'],
  [/^5\d\d\b/, 'mailRefused'],
  [/ at DATA$/, 'noAnswerToMail'],
  [/ at CONN$/, 'noMailServer'],
  [/ at /, 'mailBrokeOff'],
];

function mailInWords(what: string, say: Understood): string {
  const [code = what] = what.split(' at ');
  const [, about] = MAIL.find(([pattern]) => pattern.test(what)) ?? [];
  return about === undefined ? say.oddAddress : say[about](code);
}

function httpInWords(what: string, say: Understood, whose: string): string {
  const [, code = '', phase = ''] =
    /^(.+) while (connecting|waiting for the answer)$/.exec(what) ?? [];
  if (phase === 'connecting') return say.notConnected(whose, code);
  if (phase !== '') return say.noAnswer(whose, code);
  if (what === 'not a mobile number') return say.oddNumber;
  if (what === 'no code in answer') return say.noAnswer(whose, what);
  const [answer] = /^(?:HTTP \d+|errcode -?\d+)$/.exec(what) ?? /(?<=^answer ).+$/.exec(what) ?? [];
  return answer === undefined ? `${whose}${say.colon}${what}` : say.answered(whose, answer);
}
