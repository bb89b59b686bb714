/** The settings of the SMS channel: one of four providers, each with its own fields. */
import { z } from 'zod';
import { Problem } from '../../domain/problem.ts';
import { settingSentences } from '../setting-sentences.ts';
import { HttpSms } from './http/settings.ts';
import { AlibabaSms, type ApprovedTemplate, TencentSms, YunMasSms } from './setting-fields.ts';

const SmsSettings = z.discriminatedUnion('provider', [HttpSms, AlibabaSms, TencentSms, YunMasSms]);
export type SmsSettings = z.infer<typeof SmsSettings>;

/**
 * @param value parsed JSON; without `provider` it describes an HTTP interface
 * @throws Problem `invalid` naming every wrong and every missing setting; values are not repeated, they may be secrets
 */
export function readSmsSettings(value: unknown): SmsSettings {
  const given = withProvider(value);
  const result = SmsSettings.safeParse(given);
  if (result.success) return result.data;
  const { issues } = result.error;
  const wrong = settingSentences(issues, given, 'http、alibaba、tencent 或 yunmas');
  throw new Problem('invalid', `短信通道设置有误：${wrong.join('；')}。请改正后再启动。`);
}

/** Where it sends to, for the check whether that is the own sandbox. */
export const addressOf = (settings: SmsSettings): string =>
  settings.provider === 'http' ? settings.url : settings.endpoint;

/** Null where a provider takes any text. */
export const templatesOf = (settings: SmsSettings): readonly ApprovedTemplate[] | null =>
  settings.provider === 'http' ? null : (settings.templates ?? null);

function withProvider(value: unknown): unknown {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject && !('provider' in value) && 'url' in value
    ? { provider: 'http', ...value }
    : value;
}
