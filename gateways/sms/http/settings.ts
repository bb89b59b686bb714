import { z } from 'zod';
import { parsedJson } from '../../http.ts';

const path = z.string().regex(/^[^.]+(\.[^.]+)*$/, '应是用点分隔的字段名，例如 data.code');
const codes = z
  .array(z.union([z.string(), z.number(), z.boolean()]))
  .transform((all) => all.map(String));

/** A provider's HTTP interface; headers and body may hold its secrets. */
export const HttpSms = z.strictObject({
  provider: z.literal('http'),
  url: z.url({ protocol: /^https?$/, error: '应是 http:// 或 https:// 开头的地址' }),
  method: z.enum(['POST', 'PUT'], '应是 POST 或 PUT').default('POST'),
  headers: z
    .record(
      z.string().regex(/^[\w-]+$/, '应是请求头名称'),
      z.string().regex(/^[\t\x20-\x7e]*$/, '请求头的值只能是 ASCII 字符'),
    )
    .default({}),
  /** JSON; `{to}`, `{text}`, `{key}` and `{date}` inside its strings are replaced. */
  body: z
    .string()
    .refine((text) => parsedJson(text) !== undefined, '应是 JSON')
    .refine(
      (text) => text.includes('{to}') && text.includes('{text}'),
      '应含有 {to}（号码）和 {text}（内容）；可含 {key}（流水号）、{date}',
    ),
  /** How to read the provider's code in the answer; without it every 2xx is a success. */
  answer: z
    .strictObject({
      codePath: path,
      success: codes,
      /** Codes for which trying later helps: too many at once, provider busy. */
      passing: codes.default([]),
      /** Codes for which an administrator must act: no balance, signature or template not approved. */
      misconfigured: codes.default([]),
    })
    .optional(),
  /** Where the answer holds the provider's id of the message. */
  idPath: path.optional(),
  /** The last part of the address to which it pushes receipts (receipts.ts). */
  receiptsSecret: z.string().min(16, '至少16个字符').optional(),
});
export type HttpSms = z.infer<typeof HttpSms>;

/** The settings that fit the own sandbox (`POST /sms`). */
export const sandboxSms = (httpUrl: string, receiptsSecret?: string): HttpSms => ({
  provider: 'http',
  url: new URL('/sms', httpUrl).href,
  method: 'POST',
  headers: {},
  body: '{"to":"{to}","text":"{text}","key":"{key}","date":"{date}"}',
  answer: { codePath: 'code', success: ['0'], passing: [], misconfigured: [] },
  idPath: 'id',
  ...(receiptsSecret === undefined ? {} : { receiptsSecret }),
});
