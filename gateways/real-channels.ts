import { Problem } from '../domain/problem.ts';
import {
  GatewayError,
  type HandedOver,
  type MailGateway,
  type MailMessage,
  type SmsGateway,
  type SmsMessage,
} from './gateway.ts';
import { isLoopback } from './loopback.ts';

type ChannelSettings = {
  readonly planId: string;
  /** Where mails and SMS go; null when the channel is not used. */
  readonly mailUrl: string | null;
  readonly smsUrl: string | null;
  /** A robot speaks to a real group wherever it is; while anything is diverted it is silent (gateways/channels.ts). */
  readonly hasRobot?: boolean;
  /** The own sandbox, when there is one. */
  readonly sandbox: { readonly mailUrl: string; readonly smsUrl: string } | null;
  /** What somebody typed as REAL_CHANNELS_CONFIRMED. */
  readonly confirmed: string;
  readonly everythingTo: EverythingTo;
};

/** `sandbox`: nothing leaves this machine. `me`: only to the address in EVERYTHING_TO. `real`: to the recipients. */
export type Reach = 'sandbox' | 'me' | 'real';

/**
 * Where messages will end up (docs/rules.md rule 18). A trial with "everything to me" needs no confirmation: whoever had to
 * type it for a trial would have gone live by merely taking EVERYTHING_TO away again.
 * @throws Problem `refused` when real people would be reached and nobody has confirmed it for this plan
 */
export function reachOf(settings: ChannelSettings): Reach {
  const real = realChannels(settings);
  if (real.length === 0) return 'sandbox';
  const isDiverted = (channel: Real) =>
    channel === 'robot' ? isTrial(settings.everythingTo) : settings.everythingTo[channel] !== null;
  if (real.every(isDiverted)) return 'me';
  if (isConfirmed(settings.confirmed, settings.planId)) return 'real';
  const names = real.map((channel) => WORDS[channel]).join('和');
  throw new Problem(
    'refused',
    `${names}通道指向真实服务器，但还没有确认，所以没有启动。请先用预览核对将要发给谁、发什么；` +
      `确认无误后设置 REAL_CHANNELS_CONFIRMED="${phrases(settings.planId)[1]}"（照抄，含方案编号）。` +
      '只想试发给自己：把 EVERYTHING_TO 设为自己的邮箱和手机号，每个真实通道都要有。只想演示：改回内置沙箱的地址。',
  );
}

/** The sentences that count as confirmation; each names the plan, so that one plan's cannot serve another. */
export const phrases = (planId: string): readonly [string, string] => [
  `I will send real messages for ${planId}`,
  `我将为 ${planId} 发送真实消息`,
];

/** Same protocol, loopback and port as the sandbox: another program on this machine may be a relay to the world. */
export function isSandbox(url: string, sandboxUrl: string | undefined): boolean {
  if (!sandboxUrl || !URL.canParse(url) || !URL.canParse(sandboxUrl)) return false;
  const [one, own] = [new URL(url), new URL(sandboxUrl)];
  const isHere = isLoopback(one.hostname) && isLoopback(own.hostname);
  return isHere && one.protocol === own.protocol && one.port === own.port;
}

const WORDS = { email: '邮件', mobile: '短信', robot: '群机器人' } as const;
type Real = keyof typeof WORDS;

function realChannels({ mailUrl, smsUrl, hasRobot, sandbox }: ChannelSettings): Real[] {
  const real: Real[] = [];
  if (mailUrl !== null && !isSandbox(mailUrl, sandbox?.mailUrl)) real.push('email');
  if (smsUrl !== null && !isSandbox(smsUrl, sandbox?.smsUrl)) real.push('mobile');
  if (hasRobot) real.push('robot');
  return real;
}

const isTrial = ({ email, mobile }: EverythingTo): boolean => email !== null || mobile !== null;

/** @param confirmed one sentence or several, for as many plans, with semicolons between */
export const isConfirmed = (confirmed: string, planId: string): boolean =>
  confirmed.split(/[;；]/).some((sentence) => phrases(planId).includes(sentence.trim()));

/** The address and number of whoever tries the system out; null where a channel is not diverted. */
type EverythingTo = { readonly email: string | null; readonly mobile: string | null };

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

/** Real channels that carry only what somebody has confirmed, plan by plan (docs/rules.md rule 18). */
type OfPlans = { readonly plans?: readonly string[] | undefined };
type Channel<Message> = {
  send(message: Message, signal?: AbortSignal): Promise<HandedOver>;
};

/**
 * The same gateway, but a message of a plan that nobody has confirmed fails for now: it goes out once that has been done.
 * @param from as the gateway's own errors begin: `mail`, `sms` or `robot`
 */
export const onlyConfirmed = <Message extends OfPlans, Gateway extends Channel<Message>>(
  gateway: Gateway,
  from: 'mail' | 'sms' | 'robot',
  isConfirmed: (plan: string) => boolean,
): Gateway => ({
  ...gateway,
  async send(message: Message, signal?: AbortSignal) {
    const unconfirmed = (message.plans ?? []).find((plan) => !isConfirmed(plan));
    if (unconfirmed !== undefined)
      throw new GatewayError(`${from}: plan ${unconfirmed} not confirmed`, { misconfigured: true });
    return gateway.send(message, signal);
  },
});
