/** Group robot of WeCom 企业微信 (developer.work.weixin.qq.com/document/path/99110). */
import type { WeCom } from './settings.ts';
import { type ErrorCodes, type Speaker, say, shortened } from './speaker.ts';

/** Bytes of UTF-8 that a message may have. */
const LARGEST_BYTES = { markdown: 4096, text: 2048 } as const;

/** Source: global error codes, developer.work.weixin.qq.com/document/path/96213. */
const CODES: ErrorCodes = {
  permanent: [
    44004, // empty
    45002, // too long
  ],
  misconfigured: [
    93000, // no such robot, or it was removed from the group
    93004,
    93008,
    40008, // unknown message type
    40058, // field missing or wrong
  ],
  silence: { 45009: 60_000, 45033: 60_000 },
};

export const createWeCom = ({ webhook, form }: WeCom): Speaker => ({
  send: (text, signal) =>
    say(
      webhook,
      { msgtype: form, [form]: { content: shortened(text, LARGEST_BYTES[form]) } },
      CODES,
      signal,
    ),
});
