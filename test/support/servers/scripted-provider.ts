/** An HTTP provider inside the test that gives the answer that is set and keeps the requests. */
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** `silence` never answers; `cut` drops the connection after the request, `half` in the middle of the answer. */
export type Answer =
  | {
      readonly status?: number;
      readonly body: unknown;
      readonly headers?: Record<string, string>;
    }
  | 'silence'
  | 'cut'
  | 'half';

export type Asked = {
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};

export type ScriptedProvider = {
  readonly url: string;
  readonly asked: Asked[];
  answer: Answer;
  close(): Promise<void>;
};

export async function scriptedProvider(): Promise<ScriptedProvider> {
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => {
      body += part;
    });
    request.on('end', () => {
      provider.asked.push({ url: request.url ?? '', headers: request.headers, body });
      say(provider.answer, request, response);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const provider: ScriptedProvider = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: [],
    answer: { body: '' },
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
  return provider;
}

function say(answer: Answer, request: IncomingMessage, response: ServerResponse): void {
  switch (answer) {
    case 'silence':
      return;
    case 'cut':
      request.socket.destroy();
      return;
    case 'half':
      response.writeHead(200, { 'Content-Length': '100' }).write('{"Code":"O');
      setImmediate(() => request.socket.destroy());
      return;
    default: {
      const { status = 200, headers, body } = answer;
      response.writeHead(status, { 'Content-Type': 'application/json;charset=utf-8', ...headers });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    }
  }
}
