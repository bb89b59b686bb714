/**
 * A small SMTP server to which the bureau's mail server passes bounces. It accepts only recipients with our signature, and
 * answers 250 only after the bounce is recorded.
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
  /** 0 for any free port. */
  readonly port: number;
  /** Called for each mail, for the log, and without its address. */
  readonly heard: (what: Taken | 'refused' | 'failed', error?: unknown) => void;
};

/** A bounce may contain the whole mail with its attached forms. */
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
      // Our mails have one recipient each, and so do their bounces.
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
  // Ignore clients that break off.
  server.on('error', () => undefined);
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise<void>((closed) => server.close(closed)),
  };
}

const reply = (responseCode: number, text: string): Error =>
  Object.assign(new Error(text), { responseCode });

/** Reads past the size limit without keeping it, so that the other side gets the answer. */
async function bytesOf(stream: SMTPServerDataStream): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream as AsyncIterable<Buffer>) {
    if (stream.sizeExceeded) parts.length = 0;
    else parts.push(part);
  }
  return Buffer.concat(parts);
}
