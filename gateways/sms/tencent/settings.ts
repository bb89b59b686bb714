import { z } from 'zod';
import { endpoint, receiptsSecret, signature, some, templates } from '../setting-fields.ts';

export const TencentSms = z.strictObject({
  provider: z.literal('tencent'),
  endpoint: endpoint('https://sms.tencentcloudapi.com'),
  region: some.default('ap-guangzhou'),
  secretId: some,
  secretKey: some,
  sdkAppId: some.regex(/^\d+$/, '应是数字'),
  /** How the account is verified: an individual's variables are limited. */
  account: z
    .enum(['enterprise', 'individual'], '应是 enterprise 或 individual')
    .default('enterprise'),
  signature,
  templates,
  receiptsSecret,
});
export type TencentSms = z.infer<typeof TencentSms>;
