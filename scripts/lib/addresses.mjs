import { randomUUID } from 'node:crypto';
import { inData } from './paths.mjs';

/**
 * What every program of this clone is told about the others.
 * @param {{
 *   ports: Record<'temporal' | 'temporalUi' | 'smtp' | 'bounces' | 'sandbox' | 'web', number>,
 *   database: { url: string, adminUrl?: string }, bounceSecret: string, testServer?: string,
 * }} running
 * @param {NodeJS.ProcessEnv} [outside] TEMPORAL_ADDRESS and TEMPORAL_NAMESPACE of a server of one's own
 * @returns {Record<string, string>}
 */
export function childEnvironment(
  { ports, database, bounceSecret, testServer },
  outside = process.env,
) {
  const { TEMPORAL_ADDRESS: temporal, TEMPORAL_NAMESPACE: namespace } = outside;
  const sandbox = `http://127.0.0.1:${ports.sandbox}`;
  const web = `http://127.0.0.1:${ports.web}`;
  const receiptsSecret = randomUUID();
  return {
    DATABASE_URL: database.url,
    ...(database.adminUrl ? { DATABASE_ADMIN_URL: database.adminUrl } : {}),
    TEMPORAL_ADDRESS: temporal ?? `127.0.0.1:${ports.temporal}`,
    TEMPORAL_NAMESPACE: namespace ?? 'default',
    ...(temporal ? {} : { TEMPORAL_UI_URL: `http://127.0.0.1:${ports.temporalUi}` }),
    ...(testServer ? { TEMPORAL_TEST_SERVER_PATH: testServer } : {}),
    SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    SMS_URL: `${sandbox}/sms`,
    SANDBOX_URL: sandbox,
    SANDBOX_SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    SANDBOX_SMTP_PORT: String(ports.smtp),
    SANDBOX_HTTP_PORT: String(ports.sandbox),
    SANDBOX_BOUNCE_PORT: String(ports.bounces),
    BOUNCE_ADDRESS: 'bounce@zhongshan.example',
    BOUNCE_SECRET: bounceSecret,
    BOUNCE_SMTP_PORT: String(ports.bounces),
    SANDBOX_DIR: inData('sandbox'),
    SANDBOX_RECEIPTS_SECRET: receiptsSecret,
    SANDBOX_RECEIPTS_URL: `${web}/delivery-reports/${receiptsSecret}`,
    WEB_PORT: String(ports.web),
    WEB_URL: web,
  };
}

/** The addresses a person opens. @param {Record<string, string>} environment @returns {Record<string, string>} */
export function forPeople({ WEB_URL, SANDBOX_URL, TEMPORAL_UI_URL, TEMPORAL_ADDRESS }) {
  return {
    '总览 Board': WEB_URL ?? '',
    '邮件和短信 Mails and SMS': SANDBOX_URL ?? '',
    Temporal: TEMPORAL_UI_URL ?? TEMPORAL_ADDRESS ?? '',
  };
}
