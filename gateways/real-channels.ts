import { Problem } from '../domain/problem.ts';
import type { EverythingTo } from './everything-to-me.ts';
import { isLoopback } from './loopback.ts';

export type ChannelSettings = {
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
