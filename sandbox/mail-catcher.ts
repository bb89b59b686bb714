import type { AddressInfo } from 'node:net';
import {
  SMTPServer,
  type SMTPServerAddress,
  type SMTPServerDataStream,
  type SMTPServerSession,
} from 'smtp-server';
import type { BounceBack } from './bounce-back.ts';
import type { Failures } from './failures.tsx';

export type Caught = {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: Buffer;
};
export type MailCatcher = { readonly port: number; close(): Promise<void> };

const LARGEST_BYTES = 30_000_000;

/**
 * An SMTP server on loopback that takes every mail and forwards none.
 * @param keep resolves when the mail is stored; the server answers 250 after that
 * @param port 0 for any free port
 * @param bounces reports mails that bounce on order to their senders
 */
export async function catchMail(
  keep: (mail: Caught) => Promise<unknown>,
  failures: Failures,
  port: number,
  bounces?: Pick<BounceBack, 'report'>,
): Promise<MailCatcher> {
  const server = new SMTPServer({
    // The package's built-in certificate and its key are public, so no client should accept them.
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    logger: false,
    size: LARGEST_BYTES,
    closeTimeout: 200,
    onAuth: (auth, _session, done) =>
      failures.spend(auth.username ?? '', ['auth'])
        ? done(reply(535, '5.7.8 login refused (sandbox)'))
        : done(null, { user: auth.username ?? '' }),
    onRcptTo: (address, _session, done) => done(refusal(address, failures)),
    // Nothing was handed over when a client disconnects in the middle.
    onData: (stream, session, done) => {
      receive(stream, session, done).catch(() => undefined);
    },
  });

  const receive = async (
    stream: SMTPServerDataStream,
    session: SMTPServerSession,
    done: (error?: Error | null, text?: string) => void,
  ) => {
    const mail = { ...envelopeOf(session), raw: await bytesOf(stream) };
    const mode = spendForAny(mail.to, failures);
    if (mode === 'hang') return;
    if (stream.sizeExceeded) return done(reply(552, '5.3.4 too large'));
    // 4.3.0: storing failed; the sender keeps the mail and tries again.
    const kept = await keep(mail).then(
      () => true,
      () => false,
    );
    if (mode === 'drop-after-data') return cut(server, session.id);
    done(kept ? null : reply(451, '4.3.0 could not be kept'), 'kept in the sandbox');
    if (kept) comeBack(mail, mode);
  };
  const comeBack = (mail: Caught, mode: string | undefined) => {
    if (mode === 'bounce') bounces?.report(mail);
  };

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  // Ignore clients that break off.
  server.on('error', () => undefined);
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}

function refusal({ address }: SMTPServerAddress, failures: Failures): Error | null {
  switch (failures.spend(address, ['refuse', 'greylist'])) {
    case 'refuse':
      return reply(550, `5.1.1 <${address}> no such mailbox (sandbox)`);
    case 'greylist':
      return reply(451, `4.7.1 <${address}> greylisted, come again later (sandbox)`);
    case undefined:
      return null;
  }
}

const spendForAny = (to: readonly string[], failures: Failures) =>
  to
    .map((address) => failures.spend(address, ['hang', 'drop-after-data', 'bounce']))
    .find((mode) => mode !== undefined);

const reply = (responseCode: number, text: string): Error =>
  Object.assign(new Error(text), { responseCode });

const envelopeOf = ({ envelope }: SMTPServerSession) => ({
  from: envelope.mailFrom ? envelope.mailFrom.address : '',
  to: envelope.rcptTo.map(({ address }) => address),
});

async function bytesOf(stream: SMTPServerDataStream): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts);
}

function cut(server: SMTPServer, session: string): void {
  for (const connection of server.connections) {
    if (connection.id === session) connection._socket.destroy();
  }
}
