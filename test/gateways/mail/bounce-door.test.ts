/** The SMTP server for bounces, over real sockets: what it accepts, answers and records. */
import { createTransport } from 'nodemailer';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { reference } from '../../../gateways/gateway.ts';
import type { BounceRecord } from '../../../gateways/mail/bounce.ts';
import { bounceAddress, bounceReference } from '../../../gateways/mail/bounce-address.ts';
import { type BounceDoor, openBounceDoor } from '../../../gateways/mail/bounce-door.ts';
import { deliveryReport, mail } from '../../support/servers/bounced-mail.ts';

const mailbox = { address: 'bounce@finance.example.org', secret: 'a secret of some length' };
const KEY = 'email#liaison@guzhen.example.org#reminder#1531357200000';
const ADDRESS = bounceAddress(KEY, mailbox);

let told: unknown[];
let heard: string[];
let broken: boolean;
let door: BounceDoor;

const record: BounceRecord = {
  find: async (beginning) =>
    beginning === bounceReference(KEY)
      ? { key: KEY, reference: reference(KEY), providerId: '<id@finance.example.org>' }
      : null,
  async take(report) {
    if (broken) throw new Error('database is gone');
    told.push(report);
  },
  async note(bounce) {
    told.push(bounce);
  },
};

beforeEach(async () => {
  [told, heard, broken] = [[], [], false];
  const host = '127.0.0.1';
  const say = (what: string) => void heard.push(what);
  door = await openBounceDoor({ mailbox, record, host, port: 0, heard: say });
});
afterEach(() => door.close());

/** Hands a mail in as a mail server would. @returns the reply code and the command it answered */
async function handIn(raw: Buffer, { to = [ADDRESS] as string[], from = '' } = {}) {
  const transport = createTransport({ host: '127.0.0.1', port: door.port, ignoreTLS: true });
  try {
    const { response } = await transport.sendMail({ envelope: { from, to }, raw });
    return response.slice(0, 3);
  } catch (error) {
    const { responseCode, command } = error as { responseCode?: number; command?: string };
    return `${responseCode} ${command}`;
  } finally {
    transport.close();
  }
}

test('a bounce is recorded for its message, then acknowledged', async () => {
  expect(await handIn(deliveryReport({}))).toBe('250');
  expect(told).toEqual([
    {
      channel: 'email',
      key: reference(KEY),
      providerId: '<id@finance.example.org>',
      outcome: 'undelivered',
      code: '5.1.1',
      at: new Date('2018-07-12T01:05:00Z'),
    },
  ]);
  expect(heard).toEqual(['undelivered']);
});

test('a bounce without the signed address of its message is refused', async () => {
  const forged = bounceAddress(KEY, { ...mailbox, secret: 'a guess of some length' });
  expect(await handIn(deliveryReport({}), { to: [forged] })).toBe('550 RCPT TO');
  expect(await handIn(deliveryReport({}), { to: [mailbox.address] })).toBe('550 RCPT TO');
  expect(told).toEqual([]);
});

test('a mail with two recipients of ours is taken for the first alone', async () => {
  const other = bounceAddress('another message', mailbox);
  expect(await handIn(deliveryReport({}), { to: [ADDRESS, other] })).toBe('250');
  expect(told).toHaveLength(1);
});

test('while it cannot be recorded, the mail server keeps it and tries again', async () => {
  broken = true;
  expect(await handIn(deliveryReport({}))).toBe('451 DATA');
  expect(heard).toEqual(['failed']);
  broken = false;
  expect(await handIn(deliveryReport({}))).toBe('250');
  expect(told).toHaveLength(1);
});

test('a full mailbox does not break the address, but the mail has not arrived', async () => {
  await handIn(deliveryReport({ status: '5.2.2' }));
  expect(told).toEqual([expect.objectContaining({ outcome: 'undelivered', code: '5.2.2' })]);
});

test('a bounce that is not final is noted for its message', async () => {
  await handIn(deliveryReport({ action: 'delayed', status: '4.2.2' }));
  await handIn(mail([], ['不认识的退信']));
  expect(told).toEqual([
    { message: KEY, verdict: 'not now', code: '4.2.2' },
    { message: KEY, verdict: 'unclear', code: null },
  ]);
});

test('an out-of-office answer and a person’s mail are accepted, and not recorded', async () => {
  const away = mail(['Auto-Submitted: auto-replied'], ['出差']);
  expect(await handIn(away)).toBe('250');
  expect(await handIn(mail([], ['收到']), { from: 'liaison@guzhen.example.org' })).toBe('250');
  expect(told).toEqual([]);
  expect(heard).toEqual(['none', 'none']);
});

test('a bounce of a message that is not recorded, such as a sign-in code, is accepted', async () => {
  const to = [bounceAddress('a sign-in code', mailbox)];
  expect(await handIn(deliveryReport({}), { to })).toBe('250');
  expect(heard).toEqual(['unknown message']);
});

test('a mail that is too large is refused, and the next is accepted', async () => {
  const large = Buffer.concat([deliveryReport({}), Buffer.alloc(5_100_000, 'a\r\n')]);
  expect(await handIn(large)).toMatch(/^552/);
  expect(told).toEqual([]);
  expect(await handIn(deliveryReport({}))).toBe('250');
});
