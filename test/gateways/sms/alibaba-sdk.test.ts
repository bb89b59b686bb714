/** Compares our signed requests with those of the vendor's package, for the same call, time and nonce. */

import { createRequire } from 'node:module';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { reference } from '../../../gateways/gateway.ts';
import type { AlibabaSms } from '../../../gateways/sms/alibaba/settings.ts';
import { acs3Authorization } from '../../../gateways/sms/alibaba/sign.ts';
import { openSms } from '../../../gateways/sms/open.ts';
import { readSmsSettings } from '../../../gateways/sms/settings.ts';
import {
  type Asked,
  type ScriptedProvider,
  scriptedProvider,
} from '../../support/servers/scripted-provider.ts';

// Its module is CommonJS whose default the test runner and Node see differently.
const vendor = createRequire(import.meta.url)(
  '@alicloud/dysmsapi20170525',
) as typeof import('@alicloud/dysmsapi20170525');

const KEY = { accessKeyId: 'LTAI-test', accessKeySecret: 'secret-of-the-test' };
const MESSAGE = { key: 'sms#13800000001#reminder#1', to: '13800000001' };
const UNIT = `坦洲镇(办)*'!~ +&=%`;

let provider: ScriptedProvider;
beforeEach(async () => {
  provider = await scriptedProvider();
});
afterEach(() => provider.close());

test('SendSms is the vendor’s request to the last byte', async () => {
  provider.answer = { body: { Code: 'OK', BizId: 'b' } };
  await client().sendSms(
    new vendor.SendSmsRequest({
      phoneNumbers: MESSAGE.to,
      signName: '市金融局',
      templateCode: 'SMS_1',
      templateParam: JSON.stringify({ unit: UNIT }),
      outId: reference(MESSAGE.key),
    }),
  );
  await ours().send({ ...MESSAGE, text: `【市金融局】提醒：${UNIT}请报送。` });
  compare();
});

test('QuerySendDetails is the vendor’s request too', async () => {
  provider.answer = { body: { Code: 'OK' } };
  await client().querySendDetails(
    new vendor.QuerySendDetailsRequest({
      phoneNumber: MESSAGE.to,
      bizId: 'b^0',
      sendDate: '20180718',
      pageSize: 10,
      currentPage: 1,
    }),
  );
  // Half past midnight in China is still the day before in UTC.
  const sentAt = new Date('2018-07-17T16:30:00Z');
  await ours().pollReceipts?.({ to: MESSAGE.to, sentAt, providerId: 'b^0' });
  compare();
});

const client = () =>
  new vendor.default({
    ...KEY,
    endpoint: provider.url.replace('http://', ''),
    protocol: 'http',
  } as ConstructorParameters<typeof vendor.default>[0]);

/** Signs with the time and nonce that the vendor's package has just used. */
function ours() {
  const { headers } = theirs();
  const settings = readSmsSettings({
    provider: 'alibaba',
    endpoint: provider.url,
    ...KEY,
    signature: '市金融局',
    templates: [{ id: 'SMS_1', text: '提醒：${unit}请报送。' }],
  }) as AlibabaSms;
  return openSms(settings, {
    now: () => Date.parse(String(headers['x-acs-date'])),
    nonce: () => String(headers['x-acs-signature-nonce']),
    limitMs: 20_000,
  });
}

const theirs = (): Asked => provider.asked[0] as Asked;

function compare() {
  const own = provider.asked[1] as Asked;
  expect(canonicalQuery(own.url)).toBe(canonicalQuery(theirs().url));
  // Their package also signs how it came by its key. Beside that, each signed header is the same.
  const signed = signedHeaders(theirs()).filter((name) => name !== 'x-acs-credentials-provider');
  expect(signedHeaders(own)).toEqual(signed);
  for (const name of signed) expect(own.headers[name], name).toBe(theirs().headers[name]);
  expect(own.headers.accept).toBe(theirs().headers.accept);
  expect(own.body).toBe(theirs().body);
  // With the same headers our signature is theirs, and each request carries the one made from its own.
  for (const one of provider.asked) {
    const query = canonicalQuery(own.url);
    const headers = Object.fromEntries(signedHeaders(one).map((n) => [n, String(one.headers[n])]));
    expect(acs3Authorization(query, headers, KEY)).toBe(one.headers.authorization);
  }
}

const signedHeaders = ({ headers }: Asked): string[] =>
  (/SignedHeaders=([^,]+)/.exec(headers.authorization ?? '')?.[1] ?? '').split(';');

/** As both sign it; the vendor's package sends a few characters unescaped. */
const canonicalQuery = (url: string): string =>
  url
    .slice(2)
    .split('&')
    .map((pair) => pair.split('=').map((part) => escaped(decodeURIComponent(part))))
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('&');
const escaped = (text: string) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
