/** Opens the SMTP door for bounces when the settings ask for it. */
import { Problem } from '../domain/problem.ts';
import type { Now } from '../domain/time/time.ts';
import { readBounceMailbox } from '../gateways/mail/bounce-address.ts';
import { openBounceDoor } from '../gateways/mail/bounce-door.ts';
import type { Pool } from '../store/db/pool.ts';
import { bounceRecord } from '../store/write/receipts.ts';

type Settings = {
  readonly BOUNCE_ADDRESS?: string | undefined;
  readonly BOUNCE_SECRET?: string | undefined;
  readonly BOUNCE_SMTP_HOST: string;
  readonly BOUNCE_SMTP_PORT?: number | undefined;
};

/** @throws Problem `invalid` for a port without a mailbox */
export async function openBounces(
  pool: Pool,
  now: Now,
  settings: Settings,
): Promise<{ readonly port: number | null; close(): Promise<void> }> {
  const { BOUNCE_SMTP_HOST: host, BOUNCE_SMTP_PORT: port } = settings;
  if (port === undefined) return { port: null, close: async () => {} };
  const mailbox = readBounceMailbox(settings.BOUNCE_ADDRESS, settings.BOUNCE_SECRET);
  if (mailbox === null) {
    throw new Problem(
      'invalid',
      'BOUNCE_SMTP_PORT：收取退信还要设置 BOUNCE_ADDRESS 和 BOUNCE_SECRET；不收取的请去掉 BOUNCE_SMTP_PORT。',
    );
  }
  return openBounceDoor({
    mailbox,
    record: bounceRecord(pool, now),
    host,
    port,
    heard: (what, error) =>
      console.log(`bounce: ${what}${error instanceof Error ? ` (${error.message})` : ''}`),
  });
}
