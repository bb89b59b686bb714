import { z } from 'zod';
import { receiptsSecret, some, templates } from '../setting-fields.ts';

export const YunMasSms = z.strictObject({
  provider: z.literal('yunmas'),
  /**
   * The platform on which the account was opened. Plain HTTP is allowed: requests carry a digest and never the secret.
   */
  endpoint: z.url({ protocol: /^https?$/, error: '应是 http:// 或 https:// 开头的地址' }),
  ecName: some,
  apId: some,
  secretKey: some,
  /** The code of the signature (签名编码), not its text. */
  sign: some,
  addSerial: z.string().regex(/^\d*$/, '应是数字或空').default(''),
  /** The path for free text; the platform's HTTPS interface has it at `/sms/submit`. */
  submitPath: z
    .string()
    .regex(/^\/[\w/-]+$/, '应是 / 开头的路径')
    .default('/sms/norsubmit'),
  /** With templates every SMS is sent to `/sms/tmpsubmit`, without them as free text. */
  templates: templates.optional(),
  receiptsSecret,
});
export type YunMasSms = z.infer<typeof YunMasSms>;
