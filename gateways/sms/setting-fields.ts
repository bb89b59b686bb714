/** Fields that the settings of several providers share. */

import { z } from 'zod';
import { SMS_KIND } from '../../domain/field-words.ts';
import type { SmsKind } from '../../domain/plan/message-kinds.ts';
import { isPrivate } from '../loopback.ts';
import { parsedTemplate } from './approved-template.ts';

/** A text that is not empty. */
export const some = z.string().trim().min(1, '不能为空');

/** HTTPS, or HTTP to a program on this machine (a test, a tunnel). @param usual the provider's own address */
export const endpoint = (usual: string) =>
  z
    .url({ protocol: /^https?$/, error: '应是 https:// 开头的地址' })
    .refine(isPrivate, '应是 https:// 开头的地址，明文 http:// 只能指向本机')
    .default(usual);

export const signature = some.regex(
  /^[^【】[\]\s]{2,18}$/,
  '应是已审批的签名本身，2至18个字，不带【】',
);

const template = z.strictObject({
  kind: z
    .enum(
      Object.keys(SMS_KIND) as [SmsKind, ...SmsKind[]],
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
export const templates = z.array(template).min(1, '至少要有一个已审批的模板');

/** The last part of the address that receives receipts; requests without it are refused. */
export const receiptsSecret = z
  .string()
  .regex(/^[\w-]{24,100}$/, '应是24至100位字母、数字、横线')
  .optional();

export type ApprovedTemplate = z.infer<typeof template>;
