/** Settings of each SMS provider, with a scripted provider's address as the endpoint. */

import type { AlibabaSms } from '../../../gateways/sms/alibaba/settings.ts';
import { readSmsSettings, type SmsSettings } from '../../../gateways/sms/settings.ts';
import type { TencentSms } from '../../../gateways/sms/tencent/settings.ts';
import type { YunMasSms } from '../../../gateways/sms/yunmas/settings.ts';
import { read, section } from '../../docs/files.ts';

export const SECRET = 'r3ceipts-of-the-tests-0123';

export const TEMPLATES = [
  { id: 'T-REMIND', kind: 'reminder', text: '提醒：请${unit}于${day}前报送。咨询：${phone}' },
  { id: 'T-CODE', text: '登录验证码${code}，5分钟内有效，请勿告诉他人。' },
  { id: 'T-FIXED', text: '情况已收到，谢谢。' },
];

export const alibaba = (endpoint: string, more: object = {}) =>
  readSmsSettings({
    provider: 'alibaba',
    endpoint,
    accessKeyId: 'LTAI-test',
    accessKeySecret: 'secret-of-the-test',
    signature: '市金融局',
    templates: TEMPLATES,
    receiptsSecret: SECRET,
    ...more,
  }) as AlibabaSms;

export const tencent = (endpoint: string, more: object = {}) =>
  readSmsSettings({
    provider: 'tencent',
    endpoint,
    secretId: 'AKID-test',
    secretKey: 'secret-of-the-test',
    sdkAppId: '1400006666',
    signature: '市金融局',
    templates: TEMPLATES,
    receiptsSecret: SECRET,
    ...more,
  }) as TencentSms;

export const yunmas = (endpoint: string, more: object = {}) =>
  readSmsSettings({
    provider: 'yunmas',
    endpoint,
    ecName: '中山市金融工作局',
    apId: 'cuibao',
    secretKey: 'Passwd@#1234',
    sign: 'bM16CfN2B',
    receiptsSecret: SECRET,
    ...more,
  }) as YunMasSms;

type Example = { readonly templates: readonly { readonly id: string; readonly text: string }[] };

/**
 * The example of docs/configuration.md, which has a template for every SMS of the shipped plan.
 * @param without leaves out the templates whose text matches
 */
export function exampleSettings(without?: RegExp): Example {
  const written = section(read('docs/configuration.md'), '### Alibaba Cloud');
  const example = JSON.parse(/```json\n(.*?)```/s.exec(written)?.[1] ?? '') as Example;
  const templates = example.templates.filter(({ text }) => !without?.test(text));
  return { ...example, templates };
}

export const exampleProvider = (without?: RegExp): SmsSettings =>
  readSmsSettings(exampleSettings(without));
