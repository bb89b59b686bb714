import http from 'node:http';
import https from 'node:https';
import { GatewayError } from './gateway.ts';

type HttpRequest = {
  /** What errors begin with. */
  readonly says: 'sms' | 'robot';
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal: AbortSignal;
};
export type HttpAnswer = {
  readonly status: number;
  readonly body: string;
  readonly retryAfterMs: number | undefined;
};

type Coded = { readonly code?: string };

const LARGEST_ANSWER = 1_000_000;

/**
 * One request on a connection of its own, no redirects. Not `fetch`: that does not tell whether a request that failed
 * had already been written, and only before that is it certain that nothing was sent.
 * @throws GatewayError when there is no whole answer
 */
export function postOnce(asked: HttpRequest): Promise<HttpAnswer> {
  const { url, method, headers, body, signal } = asked;
  return new Promise((resolve, reject) => {
    let connected = false;
    const fail = (error: Coded) => reject(withoutAnswer(asked, error, connected));
    const secure = url.startsWith('https:');
    const request = (secure ? https : http).request(url, {
      method,
      headers: { ...headers, 'Content-Length': Buffer.byteLength(body) },
      signal,
      agent: false,
    });
    request.on('socket', (socket) =>
      socket.once(secure ? 'secureConnect' : 'connect', () => {
        connected = true;
      }),
    );
    request.on('error', fail);
    request.on('response', (response) => {
      readAll(response).then(resolve, fail);
    });
    request.end(body);
  });
}

async function readAll(response: http.IncomingMessage): Promise<HttpAnswer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > LARGEST_ANSWER) break;
    parts.push(part);
  }
  return {
    status: response.statusCode ?? 0,
    body: Buffer.concat(parts).toString('utf8'),
    retryAfterMs: waitOf(response.headers['retry-after']),
  };
}

/** `Retry-After` in seconds. Its other form, a date, depends on two clocks and is left to our own retry policy. */
const waitOf = (header: string | undefined): number | undefined =>
  header && /^\d{1,6}$/.test(header) ? Number(header) * 1000 : undefined;

function withoutAnswer({ says, signal }: HttpRequest, error: Coded, connected: boolean) {
  const code = signal.aborted ? 'time-out' : (error.code ?? 'no answer');
  const phase = connected ? 'waiting for the answer' : 'connecting';
  const misconfigured = !connected && /CERT|UNABLE_TO_VERIFY/.test(code);
  return new GatewayError(`${says}: ${code} while ${phase}`, {
    handedOver: connected ? 'maybe' : 'no',
    misconfigured,
  });
}

/** What came back over HTTP, as values to look into; nothing in it is trusted to be there. */

export function parsedJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** The text, number or truth value at a dotted path, e.g. `data.code`; undefined where there is none. */
export function textAt(value: unknown, path: string): string | undefined {
  const found = valueAt(value, path);
  return ['string', 'number', 'boolean'].includes(typeof found) ? `${found as string}` : undefined;
}

/** Anything else could be a sentence, and a sentence could repeat the number. */
export const isCode = (text: string): boolean => /^(?!\+?\d{7,})[\w.:-]{1,80}$/.test(text);

/** The list at a dotted path; empty where there is none. */
export function listAt(value: unknown, path: string): readonly unknown[] {
  const found = valueAt(value, path);
  return Array.isArray(found) ? found : [];
}

const valueAt = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((at, name) => {
    const isThere = typeof at === 'object' && at !== null && Object.hasOwn(at, name);
    return isThere ? (at as Record<string, unknown>)[name] : undefined;
  }, value);
