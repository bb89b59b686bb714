import { maskMobile } from '../domain/people/masked.ts';
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
  /** A robot always posts to a real group; it is silent while EVERYTHING_TO diverts anything (gateways/channels.ts). */
  readonly hasRobot?: boolean;
  /** Null without a sandbox. */
  readonly sandbox: { readonly mailUrl: string; readonly smsUrl: string } | null;
  /** The value of REAL_CHANNELS_CONFIRMED. */
  readonly confirmed: string;
  readonly everythingTo: EverythingTo;
};

/** `sandbox`: nothing leaves this machine. `me`: only to the address in EVERYTHING_TO. `real`: to the recipients. */
export type Reach = 'sandbox' | 'me' | 'real';

/**
 * Where messages will end up (docs/rules.md rule 18). A trial with EVERYTHING_TO needs no confirmation: otherwise removing
 * EVERYTHING_TO after the trial would be enough to write to real recipients.
 * @throws Problem `refused` when messages would reach real people and nobody has confirmed that for this plan
 */
export function reachOf(settings: ChannelSettings): Reach {
  const real = realChannels(settings);
  if (real.length === 0) return 'sandbox';
  const isDiverted = (channel: Real) =>
    channel === 'robot' ? isTrial(settings.everythingTo) : settings.everythingTo[channel] !== null;
  if (real.every(isDiverted)) return 'me';
  if (isConfirmed(settings.confirmed, settings.planId)) return 'real';
  const names = real.map((channel) => CHANNEL[channel]).join('和');
  throw new Problem(
    'refused',
    `${names}通道指向真实服务器，但还没有确认，所以没有启动。请先用预览核对将要发给谁、发什么；` +
      `确认无误后设置 REAL_CHANNELS_CONFIRMED="${phrases(settings.planId)[1]}"（照抄，含方案编号）。` +
      '只想试发给自己：把 EVERYTHING_TO 设为自己的邮箱和手机号，每个真实通道都要有。只想演示：改回内置沙箱的地址。',
  );
}

/** The sentences that confirm a plan. They name it, so that the confirmation of one plan does not hold for another. */
export const phrases = (planId: string): readonly [string, string] => [
  `I will send real messages for ${planId}`,
  `我将为 ${planId} 发送真实消息`,
];

/** Compares protocol and port too: another program on this machine may relay messages to the outside. */
export function isSandbox(url: string, sandboxUrl: string | undefined): boolean {
  if (!sandboxUrl || !URL.canParse(url) || !URL.canParse(sandboxUrl)) return false;
  const [one, own] = [new URL(url), new URL(sandboxUrl)];
  const isHere = isLoopback(one.hostname) && isLoopback(own.hostname);
  return isHere && one.protocol === own.protocol && one.port === own.port;
}

const CHANNEL = { email: '邮件', mobile: '短信', robot: '群机器人' } as const;
type Real = keyof typeof CHANNEL;

function realChannels({ mailUrl, smsUrl, hasRobot, sandbox }: ChannelSettings): Real[] {
  const real: Real[] = [];
  if (mailUrl !== null && !isSandbox(mailUrl, sandbox?.mailUrl)) real.push('email');
  if (smsUrl !== null && !isSandbox(smsUrl, sandbox?.smsUrl)) real.push('mobile');
  if (hasRobot) real.push('robot');
  return real;
}

const isTrial = ({ email, mobile }: EverythingTo): boolean => email !== null || mobile !== null;

/** @param confirmed one sentence for each plan, separated by semicolons */
export const isConfirmed = (confirmed: string, planId: string): boolean =>
  confirmed.split(/[;；]/).some((sentence) => phrases(planId).includes(sentence.trim()));

/** The address and number of the person who runs a trial; null where a channel is not diverted. */
type EverythingTo = { readonly email: string | null; readonly mobile: string | null };

/**
 * Reads EVERYTHING_TO: an e-mail address, a mobile number, or both separated by a comma.
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

/** The same gateway, but every mail goes to one address and names its intended recipient. */
export const mailToMe = (gateway: MailGateway, email: string): MailGateway => ({
  send: (message, signal) => gateway.send(redirectMail(message, email), signal),
  close: () => gateway.close(),
});

/** @param isFree the provider takes any text, so the SMS can name its intended recipient */
export function smsToMe(gateway: SmsGateway, mobile: string, isFree: boolean): SmsGateway {
  const { pollReceipts, choose } = gateway;
  return {
    send: (message, signal) =>
      gateway.send(isFree ? redirectSms(message, mobile) : { ...message, to: mobile }, signal),
    ...(choose && { choose }),
    ...(pollReceipts && {
      pollReceipts: (sent, signal) => pollReceipts({ ...sent, to: mobile }, signal),
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

/** Adds the intended number at the end, because the signature 【…】 must come first. */
export const redirectSms = (message: SmsMessage, mobile: string): SmsMessage => ({
  ...message,
  to: mobile,
  text: `${message.text}（原收件号码 ${maskMobile(message.to)}）`,
});

type OfPlans = { readonly plans?: readonly string[] | undefined };
type Channel<Message> = {
  send(message: Message, signal?: AbortSignal): Promise<HandedOver>;
};

/**
 * The same gateway, but a message of a plan that nobody has confirmed fails as misconfigured, and is sent after the
 * confirmation.
 * @param from the prefix of the gateway's errors
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
