import { Problem } from '../domain/problem.ts';
import type { MailGateway, MailMessage, SmsGateway, SmsMessage } from './gateway.ts';

/** The address and number of whoever tries the system out; null where a channel is not diverted. */
export type EverythingTo = { readonly email: string | null; readonly mobile: string | null };

/**
 * Reads EVERYTHING_TO: an e-mail address, a mobile number or both with a comma between.
 * @throws Problem `invalid`
 */
export function readEverythingTo(setting: string): EverythingTo {
  const parts = setting.split(/[,，\s]+/).filter((part) => part !== '');
  const email = parts.find((part) => /^[^\s@]+@[^\s@]+$/.test(part)) ?? null;
  const mobile = parts.find((part) => /^\+?\d{5,15}$/.test(part)) ?? null;
  const understood = [email, mobile].filter((part) => part !== null).length;
  if (understood === parts.length) return { email, mobile };
  throw new Problem(
    'invalid',
    `EVERYTHING_TO 的值“${setting}”看不懂：应是一个邮箱、一个手机号，或两者用逗号隔开，例如 me@example.org,13800000000。`,
  );
}

/** The same gateway, but every mail goes to the one address and says for whom it was. */
export const mailToMe = (gateway: MailGateway, email: string): MailGateway => ({
  send: (message, signal) => gateway.send(redirectMail(message, email), signal),
  close: () => gateway.close(),
});

/** @param isFree the provider takes any text, so it can also say for whom the SMS was */
export function smsToMe(gateway: SmsGateway, mobile: string, isFree: boolean): SmsGateway {
  const { pollReports, choose } = gateway;
  return {
    send: (message, signal) =>
      gateway.send(isFree ? redirectSms(message, mobile) : { ...message, to: mobile }, signal),
    ...(choose && { choose }),
    ...(pollReports && {
      pollReports: (sent, signal) => pollReports({ ...sent, to: mobile }, signal),
    }),
  };
}

export function redirectMail(message: MailMessage, email: string): MailMessage {
  const { name, address } = message.to;
  return {
    ...message,
    to: { name: '', address: email },
    subject: `[原收件人 ${name} <${address}>] ${message.subject}`,
  };
}

/** At the end of the text, because providers want the signature 【…】 in front. */
export const redirectSms = (message: SmsMessage, mobile: string): SmsMessage => ({
  ...message,
  to: mobile,
  text: `${message.text}（原收件号码 ${masked(message.to)}）`,
});

const masked = (mobile: string): string => mobile.replace(/^(\+?\d{3})\d*(\d{4})$/, '$1****$2');
