/** Compares our signed requests with those of the vendor's package, for the same call and second. */

import { Agent } from 'node:http';
import type { LookupFunction } from 'node:net';
import { sms } from 'tencentcloud-sdk-nodejs-sms';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { reference } from '../../../gateways/gateway.ts';
import { openSms } from '../../../gateways/sms/open.ts';
import { readSmsSettings } from '../../../gateways/sms/settings.ts';
import type { TencentSms } from '../../../gateways/sms/tencent/settings.ts';
import { tc3Request } from '../../../gateways/sms/tencent/sign.ts';
import {
  type Asked,
  type ScriptedProvider,
  scriptedProvider,
} from '../../support/servers/scripted-provider.ts';

const KEY = { secretId: 'AKID-test', secretKey: 'secret-of-the-test' };
const UNIT = `坦洲镇(办)*'!~ "\\+&=%`;
/** The package takes the service's name from the host, so the real host name is used; requests go to this machine. */
const HOST = 'sms.tencentcloudapi.com';
const NOW = Date.parse('2018-07-17T02:40:00Z');

let provider: ScriptedProvider;
beforeEach(async () => {
  provider = await scriptedProvider();
});
afterEach(() => provider.close());

test('SendSms is the vendor’s request to the last byte', async () => {
  provider.answer = { body: { Response: { SendStatusSet: [{ Code: 'Ok', SerialNo: 's' }] } } };
  const key = 'sms#13800000001#reminder#1';
  await ours().send({ key, to: '13800000001', text: `【市金融局】提醒：${UNIT}请报送。` });
  await theirs().SendSms({
    PhoneNumberSet: ['+8613800000001'],
    SmsSdkAppId: '1400006666',
    TemplateId: '1110',
    SignName: '市金融局',
    TemplateParamSet: [UNIT],
    SessionContext: reference(key),
  });
  compare();
});

test('PullSmsSendStatusByPhoneNumber is the vendor’s request too', async () => {
  provider.answer = { body: { Response: { PullSmsSendStatusSet: [] } } };
  const sentAt = new Date('2018-07-17T02:30:00Z');
  await ours().pollReceipts?.({ to: '13800000001', sentAt, providerId: 's' });
  await theirs().PullSmsSendStatusByPhoneNumber({
    BeginTime: sentAt.getTime() / 1000 - 600,
    EndTime: NOW / 1000,
    Offset: 0,
    Limit: 100,
    PhoneNumber: '+8613800000001',
    SmsSdkAppId: '1400006666',
  });
  compare();
});

const theirs = () =>
  new sms.v20210111.Client({
    credential: KEY,
    region: 'ap-guangzhou',
    profile: {
      httpProfile: {
        endpoint: `${HOST}:${new URL(provider.url).port}`,
        protocol: 'http://',
        agent: new Agent({ lookup: toThisMachine }),
      },
    },
  });

const toThisMachine: LookupFunction = (_host, options, found) =>
  options.all ? found(null, [{ address: '127.0.0.1', family: 4 }]) : found(null, '127.0.0.1', 4);

function ours() {
  const settings = readSmsSettings({
    provider: 'tencent',
    endpoint: provider.url,
    ...KEY,
    sdkAppId: '1400006666',
    signature: '市金融局',
    templates: [{ id: '1110', text: '提醒：${unit}请报送。' }],
  }) as TencentSms;
  return openSms(settings, { now: () => NOW, nonce: () => '', limitMs: 20_000 });
}

function compare() {
  const [own, vendors] = provider.asked as [Asked, Asked];
  expect(own.url).toBe(vendors.url);
  expect(own.body).toBe(vendors.body);
  for (const name of ['content-type', 'x-tc-action', 'x-tc-version', 'x-tc-region']) {
    expect(own.headers[name], name).toBe(vendors.headers[name]);
  }
  expect(own.headers['x-tc-timestamp']).toBe(String(NOW / 1000));
  expect(signatureOf(own, provider.url)).toBe(own.headers.authorization);
  // Of the same host and second our signature is theirs.
  expect(signatureOf(vendors, `https://${HOST}`)).toBe(vendors.headers.authorization);
}

const signatureOf = ({ headers, body }: Asked, endpoint: string): string =>
  tc3Request(
    {
      endpoint,
      action: String(headers['x-tc-action']),
      version: String(headers['x-tc-version']),
      region: String(headers['x-tc-region']),
      body,
      now: Number(headers['x-tc-timestamp']) * 1000,
    },
    KEY,
  ).headers.Authorization;
