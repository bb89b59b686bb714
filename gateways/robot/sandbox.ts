import { GatewayError, type RobotGateway, reference } from '../gateway.ts';
import { postOnce } from '../http.ts';

const LIMIT_MS = 10_000;
const TOO_LONG = 45002;

/** The robot that the own sandbox plays, spoken to as one of WeCom 企业微信: so anybody can see what a group would hear. */
export const createSandboxRobot = (sandboxUrl: string): RobotGateway => ({
  async send({ key, text }, signal) {
    const url = new URL('/robot/wecom', sandboxUrl);
    url.searchParams.set('key', 'sandbox');
    const answer = await postOnce({
      says: 'robot',
      url: url.href,
      method: 'POST',
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'Idempotency-Key': reference(key),
      },
      body: JSON.stringify({ msgtype: 'text', text: { content: text } }),
      signal: AbortSignal.any([AbortSignal.timeout(LIMIT_MS), ...(signal ? [signal] : [])]),
    });
    const code = errorCodeIn(answer.body);
    if (answer.status !== 200 || code === null) {
      // It may have spoken before it stumbled.
      throw new GatewayError(`robot: HTTP ${answer.status}`, { handedOver: 'maybe' });
    }
    if (code !== 0) {
      throw new GatewayError(`robot: errcode ${code}`, { permanent: code === TOO_LONG });
    }
    return { providerId: '' };
  },
});

function errorCodeIn(body: string): number | null {
  try {
    const { errcode } = JSON.parse(body) as { errcode?: unknown };
    return typeof errcode === 'number' ? errcode : null;
  } catch {
    return null;
  }
}
