/**
 * Where bounces come in: a small SMTP server that the bureau's mail server hands them to. It takes nothing but what is
 * addressed with our signature, and says 250 only when the record has it.
 */
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { type BounceRecord, type Taken, takeBounce } from './bounce.ts';
import { type BounceMailbox, referenceIn } from './bounce-address.ts';

export type BounceDoor = { readonly port: number; close(): Promise<void> };

type DoorInput = {
  readonly mailbox: BounceMailbox;
  readonly record: BounceRecord;
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  /** Told of each mail, for the log. It never learns an address. */
  readonly heard: (what: Taken | 'refused' | 'failed', error?: unknown) => void;
};

/** Reports carry the mail they are about, and that its forms. */
const LARGEST_BYTES = 5_000_000;

/** @throws when the port is taken */
export async function openBounceDoor(input: DoorInput): Promise<BounceDoor> {
  const { mailbox, record, heard } = input;
  const server = new SMTPServer({
    banner: 'bounces only',
    disabledCommands: ['AUTH', 'STARTTLS'],
    authOptional: true,
    disableReverseLookup: true,
    logger: false,
    size: LARGEST_BYTES,
    maxClients: 20,
    socketTimeout: 60_000,
    closeTimeout: 1_000,
    onRcptTo: ({ address }, { envelope }, done) => {
      if (referenceIn(address, mailbox) === null) {
        heard('refused');
        return done(reply(550, '5.1.1 no such mailbox here'));
      }
      // Each of our mails had one recipient, so a bounce has one too.
      done(envelope.rcptTo.length > 0 ? reply(452, '4.5.3 one recipient at a time') : null);
    },
    onData: (stream, session, done) => {
      receive(stream, session).then(
        (refusal) => done(refusal),
        (error) => {
          heard('failed', error);
          done(reply(451, '4.3.0 not kept, come again'));
        },
      );
    },
  });

  const receive = async (stream: SMTPServerDataStream, { envelope }: SMTPServerSession) => {
    const raw = await bytesOf(stream);
    if (stream.sizeExceeded) return reply(552, '5.3.4 too large');
    const about = referenceIn(envelope.rcptTo[0]?.address ?? '', mailbox) ?? '';
    const sender = envelope.mailFrom ? envelope.mailFrom.address : '';
    heard(await takeBounce(record, about, { raw, sender }));
    return null;
  };

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(input.port, input.host, resolve);
  });
  // A client that breaks off is its own business.
  server.on('error', () => undefined);
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise<void>((closed) => server.close(closed)),
  };
}

const reply = (responseCode: number, text: string): Error =>
  Object.assign(new Error(text), { responseCode });

/** What goes beyond the limit is read, so that the other side can hear the answer, and not kept. */
async function bytesOf(stream: SMTPServerDataStream): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream as AsyncIterable<Buffer>) {
    if (stream.sizeExceeded) parts.length = 0;
    else parts.push(part);
  }
  return Buffer.concat(parts);
}
