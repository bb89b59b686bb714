import type { ChannelsInput } from './channels.ts';
import type { TlsMode } from './mail/settings.ts';

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

/** The settings that decide where messages go, the same for worker and web. @param from the sender's name */
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
