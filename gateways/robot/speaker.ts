import { GatewayError } from '../gateway.ts';
import { parsedJson, postOnce, textAt } from '../http.ts';

/** One provider's robot; what it answers is only that it has spoken. */
export type Speaker = {
  /** @throws GatewayError, and nothing else */
  send(text: string, signal?: AbortSignal): Promise<void>;
};

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

export type RobotMeans = {
  /** The host's clock in milliseconds. */
  readonly now: () => number;
};

export const OWN_CLOCK: RobotMeans = { now: Date.now };

/** Both providers: 20 messages a minute for one robot; DingTalk silences it for ten minutes when it says more. */
const MOST_A_MINUTE = 20;
const MINUTE_MS = 60_000;

/** Fails as passing before the provider would. Other processes are not counted: their provider's refusal is enough. */
export function withinPace(robot: Speaker, { now }: RobotMeans = OWN_CLOCK): Speaker {
  let said: number[] = [];
  return {
    async send(text, signal) {
      said = said.filter((at) => at > now() - MINUTE_MS);
      const [oldest] = said;
      if (oldest !== undefined && said.length >= MOST_A_MINUTE) {
        throw new GatewayError('robot: 20 messages a minute', {
          retryAfterMs: oldest + MINUTE_MS - now(),
        });
      }
      said.push(now());
      await robot.send(text, signal);
    },
  };
}
