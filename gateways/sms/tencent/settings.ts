import { z } from 'zod';
import { isVerificationCode } from '../approved-template.ts';
import {
  type ApprovedTemplate,
  endpoint,
  receiptsSecret,
  signature,
  some,
  templates,
} from '../setting-fields.ts';

export const TencentSms = z.strictObject({
  provider: z.literal('tencent'),
  endpoint: endpoint('https://sms.tencentcloudapi.com'),
  region: some.default('ap-guangzhou'),
  secretId: some,
  secretKey: some,
  sdkAppId: some.regex(/^\d+$/, '应是数字'),
  /** How the account is verified, which limits the length of variables. */
  account: z
    .enum(['enterprise', 'individual'], '应是 enterprise 或 individual')
    .default('enterprise'),
  signature,
  templates,
  receiptsSecret,
});
export type TencentSms = z.infer<typeof TencentSms>;

/**
 * 6 characters in a verification code; otherwise 12, and no limit for an enterprise's account. Source: the error codes
 * InvalidParameterValue.TemplateParameterLengthLimit and .TemplateParameterFormatError of the SMS interface 2021-01-11.
 */
export function longestTencentVariable(
  { text }: ApprovedTemplate,
  { account }: TencentSms,
): number {
  if (isVerificationCode(text)) return 6;
  return account === 'individual' ? 12 : Number.POSITIVE_INFINITY;
}
