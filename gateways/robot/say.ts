import { GatewayError } from '../gateway.ts';
import { postOnce } from '../http.ts';
import { parsedJson, textAt } from '../sms/answer.ts';

const LIMIT_MS = 10_000;

/** What an `errcode` other than 0 means; a code in none of them may pass by itself. */
export type ErrorCodes = {
  readonly permanent: readonly number[];
  readonly misconfigured: readonly number[];
  /** Too much said: how long to be silent, in milliseconds. */
  readonly silence: Readonly<Record<number, number>>;
};

/** Posts one message to a webhook. @throws GatewayError */
export async function say(
  url: string,
  message: unknown,
  codes: ErrorCodes,
  signal: AbortSignal | undefined,
): Promise<void> {
  const answer = await postOnce({
    says: 'robot',
    url,
    method: 'POST',
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
    body: JSON.stringify(message),
    signal: AbortSignal.any([AbortSignal.timeout(LIMIT_MS), ...(signal ? [signal] : [])]),
  });
  const code = textAt(parsedJson(answer.body), 'errcode');
  if (code === '0') return;
  if (code === undefined || !/^-?\d{1,9}$/.test(code)) {
    throw new GatewayError(`robot: HTTP ${answer.status}`, {
      // It may have spoken before it stumbled, and a group is not to hear a thing twice.
      handedOver: answer.status >= 500 || answer.status < 300 ? 'maybe' : 'no',
      misconfigured: answer.status >= 300 && answer.status < 500 && answer.status !== 429,
      retryAfterMs: answer.retryAfterMs,
    });
  }
  const number = Number(code);
  throw new GatewayError(`robot: errcode ${code}`, {
    permanent: codes.permanent.includes(number),
    misconfigured: codes.misconfigured.includes(number),
    retryAfterMs: codes.silence[number],
  });
}

/** Whole lines up to so many bytes of UTF-8; what was left out shows as …… */
export function shortened(text: string, mostBytes: number): string {
  if (Buffer.byteLength(text) <= mostBytes) return text;
  const kept: string[] = [];
  const rest = '\n……';
  for (const line of text.split('\n')) {
    if (Buffer.byteLength([...kept, line].join('\n') + rest) > mostBytes) break;
    kept.push(line);
  }
  return kept.join('\n') + rest;
}
