/** Mail settings of an installation, checked in the mails that a server receives. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readConfig } from '../../config.ts';
import { channelsInput, openChannels } from '../../gateways/channels.ts';
import { startMailServer } from '../support/servers/mail-server.ts';

const message = {
  key: 'email#a@guzhen.example.org#reminder#1',
  to: { name: '古镇镇', address: 'a@guzhen.example.org' },
  subject: '提醒',
  text: '请报送。',
  attachments: [],
};
let server: Awaited<ReturnType<typeof startMailServer>>;
beforeEach(async () => {
  server = await startMailServer({ disabledCommands: ['STARTTLS'] });
});
afterEach(() => server.close());

const open = (env: Record<string, string>) =>
  openChannels(
    channelsInput(
      readConfig({
        DATABASE_URL: 'postgres://x/y',
        SMTP_URL: `smtp://127.0.0.1:${server.port}`,
        SMS_URL: 'http://127.0.0.1:1/sms',
        REAL_CHANNELS_CONFIRMED: 'I will send real messages for zhongshan-2017-2020',
        ...env,
      }),
      '市金融局',
    ),
  );

async function envelopeWith(env: Record<string, string>) {
  const { mail } = open(env);
  await mail.send(message);
  await mail.close();
  const [received] = server.received;
  return { from: received?.from, to: received?.to };
}
const BOUNCES = {
  BOUNCE_ADDRESS: 'bounce@zhongshan.example',
  BOUNCE_SECRET: 'a secret of some length',
};

test('with a mailbox for bounces each mail has its own envelope sender', async () => {
  const { from, to } = await envelopeWith(BOUNCES);
  expect(from).toMatch(/^bounce\+[0-9a-f]{24}\.[0-9a-f]{16}@zhongshan\.example$/);
  expect(to).toEqual([message.to.address]);
});

test('a mail diverted to the tester has no signed sender, so its bounce marks nobody', async () => {
  const trial = { ...BOUNCES, EVERYTHING_TO: 'me@example.org,13900000000' };
  expect(await envelopeWith(trial)).toEqual({
    from: 'cuibao@zhongshan.example',
    to: ['me@example.org'],
  });
});

test('required encryption is enforced', async () => {
  const { mail } = open({ SMTP_TLS: 'starttls' });
  await expect(mail.send(message)).rejects.toMatchObject({ misconfigured: true });
  await mail.close();
  expect(server.received).toEqual([]);
});

test.each([
  [{ SMTP_TLS: 'ssl' }, /SMTP_TLS：/],
  [{ SMTP_CONNECTIONS: '0' }, /SMTP_CONNECTIONS：/],
  [{ SMTP_PER_SECOND: 'fast' }, /SMTP_PER_SECOND：/],
  [{ BOUNCE_ADDRESS: 'bounce' }, /BOUNCE_ADDRESS：/],
  [{ BOUNCE_SMTP_PORT: '70000' }, /BOUNCE_SMTP_PORT：/],
  [{ DKIM_DOMAIN: 'zhongshan.example' }, /DKIM_DOMAIN、DKIM_SELECTOR、DKIM_KEY_FILE/],
  [{ SMTP_CA_FILE: '/nowhere.pem' }, /SMTP_CA_FILE：/],
  [{ BOUNCE_ADDRESS: 'bounce@zhongshan.example' }, /BOUNCE_ADDRESS、BOUNCE_SECRET/],
])('%j does not start', (env, says) => {
  expect(() => open(env)).toThrow(says);
});
