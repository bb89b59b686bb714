/** The gateways of an installation, after the check that real people are only reached when somebody has confirmed it. */
import { Problem } from '../domain/problem.ts';
import { mailToMe, readEverythingTo, smsToMe } from './everything-to-me.ts';
import type { MailGateway, SmsGateway } from './gateway.ts';
import { createMailGateway } from './mail.ts';
import { type Reach, reachOf } from './real-channels.ts';
import { createSmsGateway } from './sms.ts';
import { readSmsSettings, sandboxSms } from './sms-settings.ts';

export type ChannelsInput = {
  readonly planId: string;
  readonly bureau: string;
  readonly smtpUrl: string;
  readonly mailFrom: string;
  readonly mailReplyTo: string | undefined;
  readonly smsUrl: string | undefined;
  readonly smsGateway: string | undefined;
  readonly sandboxUrl: string | undefined;
  readonly sandboxSmtpUrl: string | undefined;
  readonly confirmed: string;
  readonly everythingTo: string;
};

export type Channels = {
  readonly mail: MailGateway;
  readonly sms: SmsGateway;
  readonly reach: Reach;
};

/** @throws Problem `refused` for real channels without confirmation, `invalid` for wrong settings */
export function openChannels(input: ChannelsInput): Channels {
  const sms = smsSettingsOf(input);
  const everythingTo = readEverythingTo(input.everythingTo);
  const { sandboxUrl, sandboxSmtpUrl } = input;
  const reach = reachOf({
    planId: input.planId,
    mailUrl: input.smtpUrl,
    smsUrl: sms.url,
    sandbox: sandboxUrl && sandboxSmtpUrl ? { mailUrl: sandboxSmtpUrl, smsUrl: sandboxUrl } : null,
    confirmed: input.confirmed,
    everythingTo,
  });
  const mail = createMailGateway(input.smtpUrl, {
    name: input.bureau,
    address: input.mailFrom,
    ...(input.mailReplyTo === undefined ? {} : { replyTo: input.mailReplyTo }),
  });
  const smsGateway = createSmsGateway(sms);
  return {
    mail: everythingTo.email === null ? mail : mailToMe(mail, everythingTo.email),
    sms: everythingTo.mobile === null ? smsGateway : smsToMe(smsGateway, everythingTo.mobile),
    reach,
  };
}

function smsSettingsOf({ smsGateway, smsUrl }: ChannelsInput) {
  if (smsGateway !== undefined) return readSmsSettings(parsed(smsGateway));
  if (smsUrl !== undefined) return sandboxSms(smsUrl);
  throw new Problem(
    'invalid',
    '短信通道没有设置：请设置 SMS_GATEWAY（服务商接口的 JSON）或 SMS_URL（内置沙箱）。',
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem(
      'invalid',
      'SMS_GATEWAY 不是合法的 JSON；请对照 docs/configuration.md 的示例检查。',
    );
  }
}
