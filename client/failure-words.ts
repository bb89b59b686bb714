/**
 * The reason of a failed delivery in words. Gateways record a code and the phase, e.g. `mail: 550 5.1.1 at RCPT TO`; the
 * code is kept beside the words. Reasons that are sentences already stay as they are.
 */

type FailureLanguage = 'zh' | 'en';

/** A reason may have two parts, separated by ；: why the message was given up, and the result of its last attempt. */
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

/** The first match counts. 552 to MAIL FROM is about the size of the mail. */
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

type Of<Facts extends readonly string[]> = (...facts: Facts) => string;

type Understood = {
  readonly smsPlatform: string;
  readonly robot: string;
  readonly colon: string;
  readonly oddAddress: string;
  readonly oddNumber: string;
  readonly noSuchMailbox: Of<[code: string]>;
  readonly mailRefused: Of<[code: string]>;
  readonly notNow: Of<[code: string]>;
  readonly weAreRefused: Of<[code: string]>;
  readonly noMailServer: Of<[code: string]>;
  readonly mailBrokeOff: Of<[code: string]>;
  readonly noAnswerToMail: Of<[code: string]>;
  readonly notConnected: Of<[whose: string, code: string]>;
  readonly noAnswer: Of<[whose: string, code: string]>;
  readonly notConfirmed: Of<[plan: string]>;
  readonly answered: Of<[whose: string, code: string]>;
};

const UNDERSTOOD_ZH: Understood = {
  smsPlatform: '短信平台',
  robot: '群机器人',
  colon: '：',
  oddAddress: '邮箱格式不对',
  oddNumber: '不是手机号码',
  noSuchMailbox: (code) => `邮件服务器拒收这个邮箱（${code}）`,
  mailRefused: (code) => `邮件服务器拒收这封邮件（${code}）`,
  notNow: (code) => `邮件服务器暂时不收（${code}）`,
  weAreRefused: (code) => `邮件服务器不接受本系统发信（${code}），请管理员检查设置`,
  noMailServer: (code) => `连不上邮件服务器（${code}）`,
  mailBrokeOff: (code) => `与邮件服务器的连接中断（${code}）`,
  noAnswerToMail: (code) => `邮件交出后没有答复，不知是否收下（${code}）`,
  notConnected: (whose, code) => `连不上${whose}（${code}）`,
  noAnswer: (whose, code) => `${whose}没有答复，不知是否已发出（${code}）`,
  notConfirmed: (plan) =>
    `方案“${plan}”还没有确认使用真实通道，请管理员核对预览后设置 REAL_CHANNELS_CONFIRMED`,
  answered: (whose, code) => `${whose}答复：${code}`,
};

const UNDERSTOOD_EN: Understood = {
  smsPlatform: 'the SMS provider',
  robot: 'the group robot',
  colon: ': ',
  oddAddress: 'not an e-mail address',
  oddNumber: 'not a mobile number',
  noSuchMailbox: (code) => `the mail server refuses this mailbox (${code})`,
  mailRefused: (code) => `the mail server refuses this mail (${code})`,
  notNow: (code) => `the mail server does not take it now (${code})`,
  weAreRefused: (code) => `the mail server takes no mail from us (${code}); see the settings`,
  noMailServer: (code) => `no connection to the mail server (${code})`,
  mailBrokeOff: (code) => `the connection to the mail server broke off (${code})`,
  noAnswerToMail: (code) =>
    `no answer after the mail was handed over; it may have arrived (${code})`,
  notConnected: (whose, code) => `no connection to ${whose} (${code})`,
  noAnswer: (whose, code) => `no answer from ${whose}; it may have been sent (${code})`,
  notConfirmed: (plan) =>
    `nobody has confirmed real messages of the plan ${plan}; see REAL_CHANNELS_CONFIRMED`,
  answered: (whose, code) => `${whose} answered ${code}`,
};
