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

export const AlibabaSms = z.strictObject({
  provider: z.literal('alibaba'),
  endpoint: endpoint('https://dysmsapi.aliyuncs.com'),
  accessKeyId: some,
  accessKeySecret: some,
  signature,
  templates,
  receiptsSecret,
});
export type AlibabaSms = z.infer<typeof AlibabaSms>;

/**
 * 35 characters in a notice, 6 in a verification code. Source: help.aliyun.com/document_detail/101346.html,
 * isv.PARAM_LENGTH_LIMIT.
 */
export const longestAlibabaVariable = ({ text }: ApprovedTemplate): number =>
  isVerificationCode(text) ? 6 : 35;
