import { createServer } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { GatewayError, MailGateway, MailMessage } from '../../../gateways/gateway.ts';
import { judgeMailFailure } from '../../../gateways/mail/failure.ts';
import { createMailGateway } from '../../../gateways/mail/send.ts';
import { createMailbox, type Mailbox } from '../../support/servers/mailbox.ts';

const SENDER = { name: '中山市金融工作局', address: 'cuibao@finance.example.org' };
const QUICK = { connect: 2_000, greeting: 2_000, silence: 2_000, total: 600 };
const message: MailMessage = {
  key: 'email#liaison@guzhen.example.org#reminder#1531357200000',
  to: { name: '古镇镇（张三）', address: 'liaison@guzhen.example.org' },
  subject: '提醒',
  text: '请于 7 月 15 日前报送。',
  attachments: [],
};

let mailbox: Mailbox;
let gateway: MailGateway;
beforeEach(async () => {
  mailbox = createMailbox();
  gateway = createMailGateway({ url: await mailbox.start() }, SENDER, QUICK);
});
afterEach(async () => {
  await gateway.close();
  await mailbox.close();
});

const failureOf = async (attempt: Promise<unknown>): Promise<GatewayError> =>
  attempt.then(
    () => expect.unreachable('the attempt should have failed'),
    (error: GatewayError) => error,
  );

test.each([
  ['refuse', 'mail: 550 5.1.1 at RCPT TO', { permanent: true, handedOver: 'no' }],
  [
    'greylist',
    'mail: 451 4.7.1 at RCPT TO',
    { permanent: false, handedOver: 'no', retryAfterMs: 300_000 },
  ],
  ['hang', 'mail: EABORT at DATA', { permanent: false, handedOver: 'maybe' }],
  ['drop-after-data', 'mail: ECONNECTION at DATA', { permanent: false, handedOver: 'maybe' }],
] as const)('a server that does "%s" is told as %s', async (mode, says, verdict) => {
  mailbox.fail({ match: 'guzhen', mode });
  const error = await failureOf(gateway.send(message));
  expect(error).toMatchObject({ name: 'GatewayError', message: says, misconfigured: false });
  expect(error).toMatchObject(verdict);
  expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('guzhen');
  expect(error.cause).toBeUndefined();
});

test('after a refusal the next mail goes out on the same gateway', async () => {
  mailbox.fail({ match: 'guzhen', mode: 'refuse', times: 1 });
  await failureOf(gateway.send(message));
  await gateway.send(message);
  expect(mailbox.to(message.to.address)).toHaveLength(1);
});

test('a refused login is about the settings, not about the recipient', async () => {
  mailbox.fail({ match: 'robot', mode: 'auth' });
  const url = mailbox.url.replace('//', '//robot:p%40ss@');
  const locked = createMailGateway({ url }, SENDER, QUICK);
  const error = await failureOf(locked.send(message));
  await locked.close();
  expect(error).toMatchObject({ misconfigured: true, permanent: false, handedOver: 'no' });
  expect(error.message).toBe('mail: 535 5.7.8 at AUTH PLAIN');
});

test('without a connection or a greeting nothing was sent', async () => {
  await mailbox.close();
  const refused = await failureOf(gateway.send(message));
  expect(refused).toMatchObject({ permanent: false, misconfigured: false, handedOver: 'no' });

  const mute = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => mute.once('listening', listening));
  const { port } = mute.address() as { port: number };
  const waiting = createMailGateway({ url: `smtp://127.0.0.1:${port}` }, SENDER, {
    ...QUICK,
    greeting: 200,
  });
  const silent = await failureOf(waiting.send(message));
  expect(silent).toMatchObject({ permanent: false, misconfigured: false, handedOver: 'no' });
  await waiting.close();
  mute.close();
});

test('a server that disconnects at once is tried once', async () => {
  let connections = 0;
  const rude = createServer((socket) => {
    connections += 1;
    socket.destroy();
  }).listen(0, '127.0.0.1');
  await new Promise((listening) => rude.once('listening', listening));
  const { port } = rude.address() as { port: number };
  const refused = createMailGateway({ url: `smtp://127.0.0.1:${port}` }, SENDER, {
    ...QUICK,
    total: 5_000,
  });
  expect(await failureOf(refused.send(message))).toMatchObject({ handedOver: 'no' });
  expect(connections).toBe(1);
  await refused.close();
  rude.close();
});

test('a caller that aborts before the mail is sent knows that nothing was sent', async () => {
  const error = await failureOf(gateway.send(message, AbortSignal.abort()));
  expect(error).toMatchObject({ permanent: false, handedOver: 'no' });
  expect(mailbox.all()).toEqual([]);
});

const PASSING = { permanent: false, misconfigured: false, handedOver: 'no' };
const PERMANENT = { ...PASSING, permanent: true };
const OURS = { ...PASSING, misconfigured: true };
const DOUBT = { ...PASSING, handedOver: 'maybe' };

test.each([
  ['no such mailbox', 550, 'RCPT TO', false, PERMANENT],
  ['mailbox full for now', 452, 'RCPT TO', false, PASSING],
  ['message too large', 552, 'MAIL FROM', false, PERMANENT],
  ['sender not accepted', 553, 'MAIL FROM', false, OURS],
  ['login demanded', 530, 'MAIL FROM', false, OURS],
  ['login service down', 454, 'AUTH LOGIN', false, PASSING],
  ['host not welcome', 554, 'CONN', false, OURS],
  ['server busy', 421, 'CONN', false, PASSING],
  ['session in disorder', 503, 'RCPT TO', false, PASSING],
  ['content refused', 554, 'DATA', true, PERMANENT],
  ['content refused for now', 451, 'DATA', true, PASSING],
  ['line lost before the body', undefined, 'CONN', false, PASSING],
  ['line lost in the body', undefined, 'CONN', true, DOUBT],
] as const)('%s (%s at %s) is judged', (_, responseCode, command, bodyStarted, verdict) => {
  const failure = { code: 'EENVELOPE', responseCode, command };
  expect(judgeMailFailure(failure, bodyStarted)).toMatchObject(verdict);
});

test('an untrusted certificate is about the settings', () => {
  const failure = { code: 'ESOCKET', originalCode: 'DEPTH_ZERO_SELF_SIGNED_CERT', command: 'CONN' };
  expect(judgeMailFailure(failure, false)).toMatchObject(OURS);
});
