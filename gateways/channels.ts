/** The gateways of an installation, after the check that real people are only reached when somebody has confirmed it. */

import { mailToMe, readEverythingTo, smsToMe } from './everything-to-me.ts';
import type { MailGateway, RobotGateway, SmsGateway } from './gateway.ts';
import { readBounceMailbox } from './mail/bounce-address.ts';
import type { MailSender } from './mail/content.ts';
import { createMailGateway } from './mail/send.ts';
import { type MailServerSettings, readMailServer } from './mail/settings.ts';
import { onlyConfirmed } from './only-confirmed.ts';
import { isConfirmed, type Reach, reachOf } from './real-channels.ts';
import { openRobot } from './robot/open.ts';
import { createSandboxRobot } from './robot/sandbox.ts';
import { openSms } from './sms/open.ts';
import { type SmsSources, smsSettingsFrom } from './sms/read-settings.ts';
import { type ReceiptRequest, type Received, receiveReceipts } from './sms/receipts.ts';
import { addressOf, templatesOf } from './sms/settings.ts';

export type ChannelsInput = SmsSources & {
  readonly planId: string;
  readonly bureau: string;
  readonly smtpUrl: string;
  readonly mailFrom: string;
  readonly mailReplyTo: string | undefined;
  /** Encryption, signature, pace; without them what the URL says. */
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
  /** In a trial null, for a group cannot be diverted to one person; the sandbox plays one of its own. */
  readonly robot: RobotGateway | null;
  readonly reach: Reach;
  /** A plan of which messages may go wherever this reaches. */
  readonly isConfirmed: (plan: string) => boolean;
  /** What the SMS provider pushes about messages it took over. */
  readonly receive: (request: ReceiptRequest) => Received;
};

/** A trial and a demonstration without a sandbox have none. */
function robotFor(
  reach: Reach,
  robot: RobotGateway | null,
  sandboxUrl: string | undefined,
): RobotGateway | null {
  if (reach === 'real') return robot;
  return reach === 'sandbox' && sandboxUrl ? createSandboxRobot(sandboxUrl) : null;
}

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

/** @param reachesRecipients a mail that went to the tester instead says nothing about its recipient when it bounces */
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
