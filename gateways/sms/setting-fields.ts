/** What the settings of the three providers with an interface of their own are made of. */
import { z } from 'zod';
import { isPrivate } from '../loopback.ts';
import { parsedTemplate } from './approved-template.ts';

const some = z.string().trim().min(1, '不能为空');

/** A key travels only inside TLS; a program of this machine (a test, a tunnel) may be spoken to without. */
const endpoint = (own: string) =>
  z
    .url({ protocol: /^https?$/, error: '应是 https:// 开头的地址' })
    .refine(isPrivate, '应是 https:// 开头的地址，明文 http:// 只能指向本机')
    .default(own);

const signature = some.regex(/^[^【】[\]\s]{2,18}$/, '应是已审批的签名本身，2至18个字，不带【】');

const template = z.strictObject({
  kind: z
    .enum(
      [
        'notice',
        'reminder',
        'due',
        'chase',
        'press',
        'supervise',
        'receipt',
        'returned',
        'extended',
        'extension-refused',
        'digest',
        'sign-in-code',
      ],
      '应是节点种类，例如 reminder，或 sign-in-code',
    )
    .optional(),
  id: some,
  /** As approved, without the signature, with `${name}` for each variable in the provider's order. */
  text: some.superRefine((text, context) => {
    const wrong = parsedTemplate(text).wrong;
    if (wrong !== null) context.addIssue({ code: 'custom', message: wrong });
  }),
});
const templates = z.array(template).min(1, '至少要有一个已审批的模板');

/** The last part of the address at which reports are received: whoever does not know it is not listened to. */
const receiptsSecret = z
  .string()
  .regex(/^[\w-]{24,100}$/, '应是24至100位字母、数字、横线')
  .optional();

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

export const YunMasSms = z.strictObject({
  provider: z.literal('yunmas'),
  /**
   * Of the platform the account was opened on. The platform is also reached without TLS; its interface proves by a
   * digest, and the secret itself does not travel.
   */
  endpoint: z.url({ protocol: /^https?$/, error: '应是 http:// 或 https:// 开头的地址' }),
  ecName: some,
  apId: some,
  secretKey: some,
  /** The code of the signature (签名编码), not its text. */
  sign: some,
  addSerial: z.string().regex(/^\d*$/, '应是数字或空').default(''),
  /** Where free text is handed in; the platform's HTTPS interface has it at `/sms/submit`. */
  submitPath: z
    .string()
    .regex(/^\/[\w/-]+$/, '应是 / 开头的路径')
    .default('/sms/norsubmit'),
  /** With templates each SMS goes by `/sms/tmpsubmit`; without, as free text. */
  templates: templates.optional(),
  receiptsSecret,
});
export type YunMasSms = z.infer<typeof YunMasSms>;

export type ApprovedTemplate = z.infer<typeof template>;
