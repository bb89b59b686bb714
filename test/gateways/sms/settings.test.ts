import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import {
  readSmsSettings,
  type SmsSources,
  smsSettingsFrom,
} from '../../../gateways/sms/settings.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const templates = [{ id: 'SMS_1', text: '提醒：请${unit}报送。' }];

test.each([
  [{ provider: 'alibaba' }, ['accessKeyId', 'accessKeySecret', 'signature', 'templates']],
  [{ provider: 'tencent', templates }, ['secretId', 'secretKey', 'sdkAppId', 'signature']],
  [{ provider: 'yunmas', apId: 'a' }, ['endpoint', 'ecName', 'secretKey', 'sign']],
  [{ url: 'https://sms.example.org' }, ['body']],
])('every setting that %j lacks is named', (given, missing) => {
  for (const name of missing) expect(() => readSmsSettings(given)).toThrow(`${name}：没有设置`);
});

test('without a provider, or with an unknown one, the choices are named', () => {
  for (const given of [{}, { provider: 'twilio' }, null, [], 'x']) {
    expect(() => readSmsSettings(given)).toThrow(
      /http、alibaba、tencent 或 yunmas|应是一个 JSON 对象/,
    );
  }
});

test('all wrong settings are named at once, and no value is repeated', () => {
  const wrong = {
    provider: 'tencent',
    endpoint: 'http://leaked.example.org',
    secretId: ' ',
    secretKey: 4711,
    sdkAppId: 'leaked-app',
    signature: '【leaked】',
    templates: [
      { id: 'T', text: 'leaked【x】' },
      { id: 'T', kind: 'leaked', text: '${a}${b}。' },
    ],
    receiptsSecret: 'leaked',
    accessKeySecret: 'leaked',
  };
  const places = [
    'endpoint：',
    'secretId：',
    'secretKey：类型不对',
    'sdkAppId：',
    'signature：',
    'templates.0.text：不带签名',
    'templates.1.kind：',
    'templates.1.text：两个变量之间',
    'receiptsSecret：',
    'accessKeySecret：没有这一项',
  ];
  for (const place of places) expect(() => readSmsSettings(wrong)).toThrow(place);
  expect(() => readSmsSettings(wrong)).not.toThrow(/leaked|4711/);
});

test.each([
  ['${1}请报送。', '变量写作'],
  ['${a}', '不能全是变量'],
  ['请${a}与${a}报送。', '只能出现一次'],
])('%s cannot have been approved: %s', (text, why) => {
  const given = { provider: 'yunmas', templates: [{ id: '1', text }] };
  expect(() => readSmsSettings(given)).toThrow(why);
});

test('keys are sent over TLS only, except to a program on this machine', () => {
  const at = (endpoint: string) => () =>
    readSmsSettings({
      provider: 'alibaba',
      endpoint,
      accessKeyId: 'a',
      accessKeySecret: 'b',
      signature: '市金融局',
      templates,
    });
  expect(at('http://dysmsapi.aliyuncs.com')).toThrow('endpoint：');
  expect(at('https://dysmsapi.aliyuncs.com')()).toMatchObject({ provider: 'alibaba' });
  expect(at('http://127.0.0.1:9')()).toMatchObject({ endpoint: 'http://127.0.0.1:9' });
});

const none: SmsSources = { smsGateway: undefined, smsGatewayFile: undefined, smsUrl: undefined };
const json = JSON.stringify({ url: 'https://sms.example.org', body: '{"a":"{to}{text}"}' });

test('the settings may be in a file, as secrets are', () => {
  const smsGatewayFile = path.join(temporaryFolder(), 'sms.json');
  writeFileSync(smsGatewayFile, json);
  expect(smsSettingsFrom({ ...none, smsGatewayFile })).toEqual(
    smsSettingsFrom({ ...none, smsGateway: json }),
  );
  expect(() => smsSettingsFrom({ ...none, smsGatewayFile, smsGateway: json })).toThrow('同时设置');
  writeFileSync(smsGatewayFile, '{"secret":');
  expect(() => smsSettingsFrom({ ...none, smsGatewayFile })).toThrow(/sms\.json 不是合法的 JSON/);
  expect(() => smsSettingsFrom({ ...none, smsGatewayFile: '/no/such' })).toThrow(
    /no\/such.*ENOENT/,
  );
});

test('without settings the refusal names all three ways', () => {
  expect(() => smsSettingsFrom(none)).toThrow(/SMS_GATEWAY.*SMS_GATEWAY_FILE.*SMS_URL/);
  expect(smsSettingsFrom({ ...none, smsUrl: 'http://127.0.0.1:1/sms' })).toMatchObject({
    provider: 'http',
  });
});
