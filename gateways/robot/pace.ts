import { GatewayError } from '../gateway.ts';
import type { Speaker } from './speaker.ts';

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
