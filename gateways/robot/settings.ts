import { z } from 'zod';
import { isPrivate } from '../loopback.ts';

/** The address contains the robot's key: HTTPS, or HTTP to a program on this machine (a test). */
const webhook = z
  .url({ protocol: /^https?$/, error: '应是 https:// 开头的地址' })
  .refine(isPrivate, '应是 https:// 开头的地址');
const form = z.enum(['markdown', 'text'], '应是 markdown 或 text').default('markdown');

const WeCom = z.strictObject({
  provider: z.literal('wecom'),
  webhook: webhook.refine(has('key'), '应含有 key 参数'),
  form,
});
export type WeCom = z.infer<typeof WeCom>;

const DingTalk = z.strictObject({
  provider: z.literal('dingtalk'),
  webhook: webhook.refine(has('access_token'), '应含有 access_token 参数'),
  /** The key of the safety setting 加签. */
  secret: z.string().regex(/^SEC\w+$/, '应是 SEC 开头的加签密钥'),
  form,
});
export type DingTalk = z.infer<typeof DingTalk>;

export const RobotSettings = z.discriminatedUnion('provider', [WeCom, DingTalk]);
export const ROBOT_PROVIDERS = ['wecom', 'dingtalk'];

/** Whether a URL has the query parameter. */
function has(name: string) {
  return (url: string) => URL.canParse(url) && new URL(url).searchParams.has(name);
}
