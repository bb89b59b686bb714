/** Mail servers inside the test: one that keeps what it receives, and one whose every answer the test sets. */

import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
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

/** The answer to one command; null: no answer. */
type Answer = string | null;
type Answers = Partial<
  Record<'greeting' | 'EHLO' | 'MAIL' | 'RCPT' | 'DATA' | 'end of data', Answer>
>;

const GOOD: Record<string, Answer> = {
  greeting: '220 scripted',
  EHLO: '250 scripted',
  MAIL: '250 2.1.0 ok',
  RCPT: '250 2.1.5 ok',
  DATA: '354 go on',
  'end of data': '250 2.0.0 kept',
  QUIT: '221 bye',
};

export async function startScriptedMailServer(answers: Answers) {
  const said: Record<string, Answer> = { ...GOOD, ...answers };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    const reply = (to: string) => {
      const answer = said[to];
      if (answer !== null) socket.write(`${answer ?? '500 what?'}\r\n`);
    };
    let inBody = false;
    reply('greeting');
    createInterface({ input: socket }).on('line', (line) => {
      if (inBody && line !== '.') return;
      const verb = inBody ? 'end of data' : (line.split(/[ :]/)[0] ?? '').toUpperCase();
      inBody = verb === 'DATA' && `${said['DATA']}`.startsWith('354');
      reply(verb);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}
