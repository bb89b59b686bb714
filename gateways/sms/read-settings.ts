/** Where the SMS settings come from: SMS_GATEWAY, a file that SMS_GATEWAY_FILE names, or SMS_URL of the own sandbox. */
import { readFileSync } from 'node:fs';
import { Problem } from '../../domain/problem.ts';
import { parsedJson } from './answer.ts';
import { sandboxSms } from './http/settings.ts';
import { readSmsSettings, type SmsSettings } from './settings.ts';

export type SmsSources = {
  readonly smsGateway: string | undefined;
  readonly smsGatewayFile: string | undefined;
  readonly smsUrl: string | undefined;
  /** Of the own sandbox; a provider's stands in its settings. */
  readonly sandboxReceiptsSecret?: string | undefined;
};

/** @throws Problem `invalid` for wrong, half or no settings; the values are not repeated */
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
