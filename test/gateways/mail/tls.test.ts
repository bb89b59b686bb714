/** TLS over real sockets, with certificates of an authority that only this installation trusts. */
import { createServer } from 'node:net';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createMailGateway } from '../../../gateways/mail/send.ts';
import type { MailServer } from '../../../gateways/mail/settings.ts';
import { startMailServer } from '../../support/servers/mail-server.ts';
import { type Authority, certifiedBy, makeAuthority } from './certificate.ts';

const SENDER = { name: '市金融局', address: 'cuibao@finance.example.org' };
const QUICK = { connect: 3_000, greeting: 3_000, silence: 3_000, total: 5_000 };
const message = {
  key: 'email#a@guzhen.example.org#reminder#1',
  to: { name: '古镇镇', address: 'a@guzhen.example.org' },
  subject: '提醒',
  text: '请报送。',
  attachments: [],
};

let authority: Authority;
let own: { key: string; cert: string };
let elsewhere: { key: string; cert: string };
beforeAll(async () => {
  authority = await makeAuthority();
  own = await certifiedBy(authority);
  elsewhere = await certifiedBy(authority, 'mail.elsewhere.example');
});

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function server(options: Parameters<typeof startMailServer>[0]) {
  const started = await startMailServer(options);
  open.push(started);
  return started;
}
const plain = () => server({ disabledCommands: ['STARTTLS'] });
const offering = () => server({ ...own });
const encrypted = () => server({ ...own, secure: true });

async function send(settings: MailServer): Promise<unknown> {
  const gateway = createMailGateway(settings, SENDER, QUICK);
  try {
    return await gateway.send(message);
  } finally {
    await gateway.close();
  }
}
const failureOf = (settings: MailServer) =>
  send(settings).then(
    () => expect.unreachable('the mail should not have gone out'),
    (error: unknown) => error,
  );
const OURS = { misconfigured: true, permanent: false, handedOver: 'no' };

describe('a mail is sent encrypted', () => {
  test('required, to a server whose authority is named', async () => {
    const { port, received } = await offering();
    await send({ url: `smtp://127.0.0.1:${port}`, tls: 'starttls', ca: authority.cert });
    expect(received.map((mail) => mail.encrypted)).toEqual([true]);
  });

  test('from the first byte', async () => {
    const { port, received } = await encrypted();
    await send({ url: `smtps://127.0.0.1:${port}`, ca: authority.cert });
    expect(received.map((mail) => mail.encrypted)).toEqual([true]);
  });

  test('when the server offers it and no setting forbids it', async () => {
    const { port, received } = await offering();
    await send({ url: `smtp://127.0.0.1:${port}`, ca: authority.cert });
    expect(received.map((mail) => mail.encrypted)).toEqual([true]);
  });
});

describe('a mail is sent in plain text', () => {
  test('when the server offers no encryption and none is required', async () => {
    const { port, received } = await plain();
    await send({ url: `smtp://127.0.0.1:${port}`, tls: 'opportunistic' });
    expect(received.map((mail) => mail.encrypted)).toEqual([false]);
  });

  test('when encryption is turned off', async () => {
    const { port, received } = await offering();
    await send({ url: `smtp://127.0.0.1:${port}`, tls: 'none' });
    expect(received.map((mail) => mail.encrypted)).toEqual([false]);
  });
});

describe('a mail is not sent, and the settings are named as wrong', () => {
  test('when encryption is required and the server has none', async () => {
    const { port, received } = await plain();
    const settings: MailServer = { url: `smtp://127.0.0.1:${port}`, tls: 'starttls' };
    expect(await failureOf(settings)).toMatchObject({ ...OURS, message: 'mail: 500 at STARTTLS' });
    expect(received).toEqual([]);
  });

  test.each(['starttls', 'opportunistic'] as const)(
    'when nobody vouches for the certificate (%s)',
    async (tls) => {
      const { port, received } = await offering();
      expect(await failureOf({ url: `smtp://127.0.0.1:${port}`, tls })).toMatchObject(OURS);
      expect(received).toEqual([]);
    },
  );

  test('when its certificate is of another authority', async () => {
    const { port } = await encrypted();
    const { cert: ca } = await makeAuthority('Another');
    expect(await failureOf({ url: `smtps://127.0.0.1:${port}`, ca })).toMatchObject(OURS);
  });

  test('when the certificate is for another server', async () => {
    const { port } = await server({ ...elsewhere, secure: true });
    const settings = { url: `smtps://127.0.0.1:${port}`, ca: authority.cert };
    expect(await failureOf(settings)).toMatchObject(OURS);
  });

  test('when the port answers in plain text and TLS must begin at once', async () => {
    const { port } = await plain();
    expect(await failureOf({ url: `smtps://127.0.0.1:${port}` })).toMatchObject(OURS);
  });
});

test('a connection that breaks during the TLS handshake is tried again later', async () => {
  const rude = createServer((socket) => {
    socket.write('220 rude\r\n');
    socket.on('error', () => undefined);
    socket.on('data', (line) => {
      if (String(line).startsWith('EHLO')) socket.write('250-rude\r\n250 STARTTLS\r\n');
      else if (String(line).startsWith('STARTTLS'))
        socket.write('220 go\r\n', () => socket.destroy());
    });
  }).listen(0, '127.0.0.1');
  await new Promise((listening) => rude.once('listening', listening));
  const { port } = rude.address() as { port: number };
  open.push({ close: () => new Promise((closed) => rude.close(() => closed())) });
  const failure = await failureOf({ url: `smtp://127.0.0.1:${port}`, tls: 'starttls' });
  expect(failure).toMatchObject({ permanent: false, misconfigured: false, handedOver: 'no' });
});

test('no more mails a second than the setting says, and no more connections at once', async () => {
  let now = 0;
  let most = 0;
  const { port, received } = await server({
    disabledCommands: ['STARTTLS'],
    onConnect: (_session, done) => {
      most = Math.max(most, ++now);
      done();
    },
    onClose: () => {
      now -= 1;
    },
  });
  const settings = { url: `smtp://127.0.0.1:${port}`, connections: 2, perSecond: 3 };
  const gateway = createMailGateway(settings, SENDER, QUICK);
  open.push(gateway);
  const began = performance.now();
  await Promise.all([1, 2, 3, 4].map((n) => gateway.send({ ...message, key: `${n}` })));
  expect(received).toHaveLength(4);
  expect(performance.now() - began).toBeGreaterThan(900);
  expect(most).toBe(2);
});
