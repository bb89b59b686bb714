import { z } from 'zod';
import { endpoint, receiptsSecret, signature, some, templates } from '../setting-fields.ts';

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
