import type { ChannelsInput } from './channels.ts';

type Settings = {
  readonly PLAN: string;
  readonly SMTP_URL: string;
  readonly MAIL_FROM: string;
  readonly MAIL_REPLY_TO?: string | undefined;
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

/** The settings that decide where messages go, the same for worker and web. @param from the sender's name */
export const channelsInput = (config: Settings, from: string): ChannelsInput => ({
  planId: config.PLAN,
  bureau: from,
  smtpUrl: config.SMTP_URL,
  mailFrom: config.MAIL_FROM,
  mailReplyTo: config.MAIL_REPLY_TO,
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
