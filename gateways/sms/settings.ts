/** The settings of the SMS channel, which depend on the provider, and where they come from. */

import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { Problem } from '../../domain/problem.ts';
import { parsedJson } from '../http.ts';
import { settingSentences } from '../setting-sentences.ts';
import { sandboxSms } from './http/settings.ts';
import { PROVIDERS, type SmsSettings } from './providers.ts';
import type { ApprovedTemplate } from './setting-fields.ts';

export type { SmsSettings } from './providers.ts';

const KINDS = Object.keys(PROVIDERS);
const SCHEMAS = Object.values(PROVIDERS).map(({ settings }) => settings);
const Settings = z.discriminatedUnion(
  'provider',
  SCHEMAS as [(typeof SCHEMAS)[number], ...typeof SCHEMAS],
);

/**
 * @param value parsed JSON; without `provider` it describes an HTTP interface
 * @throws Problem `invalid` naming every wrong and every missing setting; values are not repeated, they may be secrets
 */
export function readSmsSettings(value: unknown): SmsSettings {
  const given = withProvider(value);
  const result = Settings.safeParse(given);
  if (result.success) return result.data;
  const { issues } = result.error;
  const wrong = settingSentences(issues, given, KINDS);
  throw new Problem('invalid', `短信通道设置有误：${wrong.join('；')}。请改正后再启动。`);
}

/** The URL it sends to, to tell whether that is the own sandbox. */
export const addressOf = (settings: SmsSettings): string =>
  'url' in settings ? settings.url : settings.endpoint;

/** Null where the provider takes any text. */
export const templatesOf = (settings: SmsSettings): readonly ApprovedTemplate[] | null =>
  ('templates' in settings ? settings.templates : undefined) ?? null;

function withProvider(value: unknown): unknown {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject && !('provider' in value) && 'url' in value
    ? { provider: 'http', ...value }
    : value;
}

/** The settings that may hold them: SMS_GATEWAY, the file of SMS_GATEWAY_FILE, or SMS_URL of the own sandbox. */
export type SmsSources = {
  readonly smsGateway: string | undefined;
  readonly smsGatewayFile: string | undefined;
  readonly smsUrl: string | undefined;
  /** For the own sandbox; a provider's settings hold their own. */
  readonly sandboxReceiptsSecret?: string | undefined;
};

/** @throws Problem `invalid` for wrong, contradicting or missing settings; values are not repeated */
export function smsSettingsFrom(sources: SmsSources): SmsSettings {
  const { smsGateway, smsGatewayFile, smsUrl } = sources;
  if (smsGateway !== undefined && smsGatewayFile !== undefined) {
    throw new Problem(
      'invalid',
      'SMS_GATEWAY 和 SMS_GATEWAY_FILE 同时设置了，不知道以哪个为准；请去掉其中一个。',
    );
  }
  if (smsGateway !== undefined) return readSmsSettings(parsed(smsGateway, 'SMS_GATEWAY'));
  if (smsGatewayFile !== undefined) {
    return readSmsSettings(parsed(contentOf(smsGatewayFile), `文件 ${smsGatewayFile} `));
  }
  if (smsUrl !== undefined) return sandboxSms(smsUrl, sources.sandboxReceiptsSecret);
  throw new Problem(
    'invalid',
    '短信通道没有设置：请设置 SMS_GATEWAY（服务商设置的 JSON）、SMS_GATEWAY_FILE（存放它的文件）或 SMS_URL（内置沙箱）。',
  );
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? '未知原因';
    throw new Problem(
      'invalid',
      `SMS_GATEWAY_FILE 指向的文件 ${file} 读不出来（${why}）；请检查路径，以及运行本程序的用户能否读取。`,
    );
  }
}

function parsed(text: string, where: string): unknown {
  const value = parsedJson(text);
  if (value !== undefined) return value;
  throw new Problem(
    'invalid',
    `${where}不是合法的 JSON；请对照 docs/configuration.md 的示例检查。`,
  );
}
