/** Custom group robot of DingTalk 钉钉 with signed requests (open.dingtalk.com/document/robots/customize-robot-security-settings). */
import { createHmac } from 'node:crypto';
import type { DingTalk } from './settings.ts';
import {
  type ErrorCodes,
  HOST_CLOCK,
  type RobotMeans,
  type Speaker,
  say,
  shortened,
} from './speaker.ts';

/** Bytes of UTF-8 that a message may have. */
const LARGEST_BYTES = 15_000;
const TEN_MINUTES_MS = 600_000;

/** Source: error codes of custom robots in the same documentation. */
const CODES: ErrorCodes = {
  permanent: [
    430101, // a link that is not safe
    430102, // unsuitable words
    430103, // unsuitable picture
    430104, // unsuitable content
  ],
  misconfigured: [
    310000, // key word, signature or sender address does not match the robot's safety settings
    300001, // no such token
    300005,
    400013, // group dissolved
    400101, // no such token
    400102, // robot switched off
    400105, // message type not supported
    400106, // no such robot
  ],
  silence: { 130101: TEN_MINUTES_MS, 410100: TEN_MINUTES_MS },
};

export const createDingTalk = (
  { webhook, secret, form }: DingTalk,
  { now }: RobotMeans = HOST_CLOCK,
): Speaker => ({
  send: (text, signal) =>
    say(
      signed(webhook, secret, now()),
      messageOf(shortened(text, LARGEST_BYTES), form),
      CODES,
      signal,
    ),
});

/** `timestamp` is in milliseconds; the signed text is the timestamp and the secret. */
function signed(webhook: string, secret: string, now: number): string {
  const url = new URL(webhook);
  const sign = createHmac('sha256', secret).update(`${now}\n${secret}`).digest('base64');
  url.searchParams.set('timestamp', String(now));
  url.searchParams.set('sign', sign);
  return url.href;
}

function messageOf(text: string, form: DingTalk['form']) {
  if (form === 'text') return { msgtype: 'text', text: { content: text } };
  // Shown in the list of conversations; the text itself begins with the same line.
  const title = (text.split('\n')[0] ?? '').replace(/^[#>*\s]+|[*\s]+$/g, '');
  return { msgtype: 'markdown', markdown: { title, text } };
}
