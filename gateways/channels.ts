/** Opens an installation's gateways. Refuses to reach real people unless somebody has confirmed it. */

import type { MailGateway, RobotGateway, SmsGateway } from './gateway.ts';
import { readBounceMailbox } from './mail/bounce-address.ts';
import type { MailSender } from './mail/content.ts';
import { createMailGateway } from './mail/send.ts';
import { type MailServerSettings, readMailServer, type TlsMode } from './mail/settings.ts';
import {
  isConfirmed,
  mailToMe,
  onlyConfirmed,
  type Reach,
  reachOf,
  readEverythingTo,
  smsToMe,
} from './real-channels.ts';
import { openRobot } from './robot/open.ts';
import { createSandboxRobot } from './robot/sandbox.ts';
import { openSms } from './sms/open.ts';
import { type ReceiptRequest, type Received, receiveReceipts } from './sms/receipts.ts';
import { addressOf, type SmsSources, smsSettingsFrom, templatesOf } from './sms/settings.ts';

export type ChannelsInput = SmsSources & {
  readonly planId: string;
  readonly bureau: string;
  readonly smtpUrl: string;
  readonly mailFrom: string;
  readonly mailReplyTo: string | undefined;
  /** Encryption, signature and pace; without them the URL decides. */
  readonly mailServer?: Omit<MailServerSettings, 'url' | 'from'>;
  readonly bounceAddress?: string | undefined;
  readonly bounceSecret?: string | undefined;
  readonly bureauRobot: string | undefined;
  readonly sandboxUrl: string | undefined;
  readonly sandboxSmtpUrl: string | undefined;
  readonly confirmed: string;
  readonly everythingTo: string;
};

export type Channels = {
  readonly mail: MailGateway;
  readonly sms: SmsGateway;
  /** Null in a trial: a group cannot be diverted to one person. The sandbox has a robot of its own. */
  readonly robot: RobotGateway | null;
  readonly reach: Reach;
  /** Whether messages of a plan may be sent as far as `reach` goes. */
  readonly isConfirmed: (plan: string) => boolean;
  /** Reads receipts that the SMS provider pushes. */
  readonly receive: (request: ReceiptRequest) => Received;
};

/** @throws Problem `refused` for real channels without confirmation, `invalid` for wrong settings */
export function openChannels(input: ChannelsInput): Channels {
  const sms = smsSettingsFrom(input);
  const robot = openRobot(input.bureauRobot);
  const everythingTo = readEverythingTo(input.everythingTo);
  const { sandboxUrl, sandboxSmtpUrl } = input;
  const reach = reachOf({
    planId: input.planId,
    mailUrl: input.smtpUrl,
    smsUrl: addressOf(sms),
    hasRobot: robot !== null,
    sandbox: sandboxUrl && sandboxSmtpUrl ? { mailUrl: sandboxSmtpUrl, smsUrl: sandboxUrl } : null,
    confirmed: input.confirmed,
    everythingTo,
  });
  const mail = openMail(input, everythingTo.email === null);
  const smsGateway = openSms(sms);
  const isFree = templatesOf(sms) === null;
  const group = robotFor(reach, robot, sandboxUrl);
  const isAllowed = (plan: string) => reach !== 'real' || isConfirmed(input.confirmed, plan);
  return {
    mail:
      everythingTo.email === null
        ? onlyConfirmed(mail, 'mail', isAllowed)
        : mailToMe(mail, everythingTo.email),
    sms:
      everythingTo.mobile === null
        ? onlyConfirmed(smsGateway, 'sms', isAllowed)
        : smsToMe(smsGateway, everythingTo.mobile, isFree),
    robot: group && onlyConfirmed(group, 'robot', isAllowed),
    reach,
    isConfirmed: isAllowed,
    receive: (request) => receiveReceipts(request, sms),
  };
}

/** Null in a trial, and in a demonstration without a sandbox. */
function robotFor(
  reach: Reach,
  robot: RobotGateway | null,
  sandboxUrl: string | undefined,
): RobotGateway | null {
  if (reach === 'real') return robot;
  return reach === 'sandbox' && sandboxUrl ? createSandboxRobot(sandboxUrl) : null;
}

/** @param reachesRecipients false in a trial: the bounce of a diverted mail says nothing about its intended recipient */
function openMail(input: ChannelsInput, reachesRecipients: boolean): MailGateway {
  const { smtpUrl: url, mailFrom: from, mailReplyTo: replyTo } = input;
  const bounces = readBounceMailbox(input.bounceAddress, input.bounceSecret);
  const sender: MailSender = {
    name: input.bureau,
    address: from,
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(bounces !== null && reachesRecipients ? { bounces } : {}),
  };
  const server = input.mailServer ? readMailServer({ ...input.mailServer, url, from }) : { url };
  return createMailGateway(server, sender);
}

type Settings = {
  readonly PLAN: string;
  readonly SMTP_URL: string;
  readonly MAIL_FROM: string;
  readonly MAIL_REPLY_TO?: string | undefined;
  readonly SMTP_TLS?: TlsMode | undefined;
  readonly SMTP_CA_FILE?: string | undefined;
  readonly SMTP_CONNECTIONS: number;
  readonly SMTP_PER_SECOND?: number | undefined;
  readonly DKIM_DOMAIN?: string | undefined;
  readonly DKIM_SELECTOR?: string | undefined;
  readonly DKIM_KEY_FILE?: string | undefined;
  readonly BOUNCE_ADDRESS?: string | undefined;
  readonly BOUNCE_SECRET?: string | undefined;
  readonly SMS_URL?: string | undefined;
  readonly SMS_GATEWAY?: string | undefined;
  readonly SMS_GATEWAY_FILE?: string | undefined;
  readonly BUREAU_ROBOT?: string | undefined;
  readonly SANDBOX_URL?: string | undefined;
  readonly SANDBOX_RECEIPTS_SECRET?: string | undefined;
  readonly SANDBOX_SMTP_URL?: string | undefined;
  readonly REAL_CHANNELS_CONFIRMED: string;
  readonly EVERYTHING_TO: string;
};

/** The settings that decide where messages go, for worker and web. @param from the sender's name */
export const channelsInput = (config: Settings, from: string): ChannelsInput => ({
  planId: config.PLAN,
  bureau: from,
  smtpUrl: config.SMTP_URL,
  mailFrom: config.MAIL_FROM,
  mailReplyTo: config.MAIL_REPLY_TO,
  mailServer: {
    tls: config.SMTP_TLS,
    caFile: config.SMTP_CA_FILE,
    connections: config.SMTP_CONNECTIONS,
    perSecond: config.SMTP_PER_SECOND,
    dkimDomain: config.DKIM_DOMAIN,
    dkimSelector: config.DKIM_SELECTOR,
    dkimKeyFile: config.DKIM_KEY_FILE,
  },
  bounceAddress: config.BOUNCE_ADDRESS,
  bounceSecret: config.BOUNCE_SECRET,
  smsUrl: config.SMS_URL,
  smsGateway: config.SMS_GATEWAY,
  smsGatewayFile: config.SMS_GATEWAY_FILE,
  bureauRobot: config.BUREAU_ROBOT,
  sandboxUrl: config.SANDBOX_URL,
  sandboxReceiptsSecret: config.SANDBOX_RECEIPTS_SECRET,
  sandboxSmtpUrl: config.SANDBOX_SMTP_URL,
  confirmed: config.REAL_CHANNELS_CONFIRMED,
  everythingTo: config.EVERYTHING_TO,
});
