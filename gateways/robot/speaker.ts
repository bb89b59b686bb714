import { GatewayError } from '../gateway.ts';
import { parsedJson, postOnce, textAt } from '../http.ts';

/** One provider's robot. */
export type Speaker = {
  /** @throws GatewayError, and nothing else */
  send(text: string, signal?: AbortSignal): Promise<void>;
};

const LIMIT_MS = 10_000;

/** What an `errcode` other than 0 means. A code that is not listed is tried again. */
export type ErrorCodes = {
  readonly permanent: readonly number[];
  readonly misconfigured: readonly number[];
  /** Too many messages: how long to wait, in milliseconds. */
  readonly silence: Readonly<Record<number, number>>;
};

/** Posts one message to a webhook. @throws GatewayError */
export async function say(
  url: string,
  message: unknown,
  codes: ErrorCodes,
  signal: AbortSignal | undefined,
  headers: Readonly<Record<string, string>> = {},
): Promise<void> {
  const answer = await postOnce({
    says: 'robot',
    url,
    method: 'POST',
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(message),
    limitMs: LIMIT_MS,
    signal,
  });
  const code = textAt(parsedJson(answer.body), 'errcode');
  if (code === '0') return;
  if (code === undefined || !/^-?\d{1,9}$/.test(code)) {
    throw new GatewayError(`robot: HTTP ${answer.status}`, {
      // It may have posted the text before it failed, and the group must not get a text twice.
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

/** Whole lines up to so many bytes of UTF-8, with …… at the end where lines are left out. */
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

export type RobotMeans = {
  /** The host's clock in milliseconds. */
  readonly now: () => number;
};

export const HOST_CLOCK: RobotMeans = { now: Date.now };

/** The limit of both providers for one robot. DingTalk blocks a robot that exceeds it for ten minutes. */
const MOST_A_MINUTE = 20;
const MINUTE_MS = 60_000;

/** Fails as passing before the provider would. Counts this process only; the provider refuses what others add. */
export function withinPace(robot: Speaker, { now }: RobotMeans = HOST_CLOCK): Speaker {
  let sentAt: number[] = [];
  return {
    async send(text, signal) {
      sentAt = sentAt.filter((at) => at > now() - MINUTE_MS);
      const [oldest] = sentAt;
      if (oldest !== undefined && sentAt.length >= MOST_A_MINUTE) {
        throw new GatewayError('robot: 20 messages a minute', {
          retryAfterMs: oldest + MINUTE_MS - now(),
        });
      }
      sentAt.push(now());
      await robot.send(text, signal);
    },
  };
}
