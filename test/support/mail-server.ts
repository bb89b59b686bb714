/** A mail server of a given kind inside the test, with what it received as raw bytes and over which kind of line. */
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

type ReceivedRaw = {
  readonly raw: Buffer;
  readonly encrypted: boolean;
  readonly from: string;
  readonly to: readonly string[];
};

export async function startMailServer(options: SMTPServerOptions) {
  const received: ReceivedRaw[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 200,
    ...options,
    onData: (stream, { envelope, secure }, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        received.push({
          raw: Buffer.concat(parts),
          encrypted: secure,
          from: envelope.mailFrom ? envelope.mailFrom.address : '',
          to: envelope.rcptTo.map(({ address }) => address),
        });
        done();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    received: received as readonly ReceivedRaw[],
    close: () => new Promise<void>((closed) => server.close(closed)),
  };
}
