import { type RobotGateway, reference } from '../gateway.ts';
import { type ErrorCodes, say } from './speaker.ts';

const TOO_LONG = 45002;
const CODES: ErrorCodes = { permanent: [TOO_LONG], misconfigured: [], silence: {} };

/** The robot that the own sandbox plays, with WeCom's interface; its page shows what a group would see. */
export const createSandboxRobot = (sandboxUrl: string): RobotGateway => ({
  async send({ key, text }, signal) {
    const url = new URL('/robot/wecom', sandboxUrl);
    url.searchParams.set('key', 'sandbox');
    const message = { msgtype: 'text', text: { content: text } };
    await say(url.href, message, CODES, signal, { 'Idempotency-Key': reference(key) });
    return { providerId: '' };
  },
});
