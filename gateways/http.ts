import http from 'node:http';
import https from 'node:https';
import { GatewayError, limitedSignal } from './gateway.ts';

type HttpRequest = {
  /** Prefix of its errors. */
  readonly says: 'sms' | 'robot';
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The longest it may take, in milliseconds. */
  readonly limitMs: number;
  readonly signal: AbortSignal | undefined;
};
export type HttpAnswer = {
  readonly status: number;
  readonly body: string;
  readonly retryAfterMs: number | undefined;
};

type Coded = { readonly code?: string };

const LARGEST_ANSWER = 1_000_000;

/**
 * One request on a connection of its own, without redirects. Not `fetch`: after a failure that does not tell whether the
 * request had been written, and only a request that was not written is certain not to have been served.
 * @throws GatewayError when the answer does not arrive completely
 */
export function postOnce(asked: HttpRequest): Promise<HttpAnswer> {
  const { url, method, headers, body } = asked;
  const signal = limitedSignal(asked.limitMs, asked.signal);
  return new Promise((resolve, reject) => {
    let connected = false;
    const fail = (error: Coded) => reject(withoutAnswer(asked.says, signal, error, connected));
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

/** `Retry-After` in seconds. Its other form, a date, depends on two clocks and is ignored. */
const waitOf = (header: string | undefined): number | undefined =>
  header && /^\d{1,6}$/.test(header) ? Number(header) * 1000 : undefined;

function withoutAnswer(
  says: HttpRequest['says'],
  signal: AbortSignal,
  error: Coded,
  connected: boolean,
): GatewayError {
  const code = signal.aborted ? 'time-out' : (error.code ?? 'no answer');
  const phase = connected ? 'waiting for the answer' : 'connecting';
  const misconfigured = !connected && /CERT|UNABLE_TO_VERIFY/.test(code);
  return new GatewayError(`${says}: ${code} while ${phase}`, {
    handedOver: connected ? 'maybe' : 'no',
    misconfigured,
  });
}

/** Undefined for what is not JSON. */
export function parsedJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** The string, number or boolean at a dotted path, e.g. `data.code`; undefined where there is none. */
export function textAt(value: unknown, path: string): string | undefined {
  const found = valueAt(value, path);
  return ['string', 'number', 'boolean'].includes(typeof found) ? `${found as string}` : undefined;
}

/** Whether a text is a code. A sentence is not: it could repeat the phone number. */
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
