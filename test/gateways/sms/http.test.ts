import { afterEach, beforeEach, expect, test } from 'vitest';
import { reference } from '../../../gateways/gateway.ts';
import { OWN_MEANS } from '../../../gateways/sms/attempt.ts';
import type { HttpSms } from '../../../gateways/sms/http/settings.ts';
import { openSms } from '../../../gateways/sms/open.ts';
import { readSmsSettings } from '../../../gateways/sms/settings.ts';
import {
  type Answer,
  type ScriptedProvider,
  scriptedProvider,
} from '../../support/servers/scripted-provider.ts';

const message = {
  key: 'sms#13800000001#chase#1531794600000',
  to: '13800000001',
  text: '【市金融局】您单位"2018年上半年"情况\n尚未收到 {to} \\u0022,"to":"1"',
};

let provider: ScriptedProvider;
beforeEach(async () => {
  provider = await scriptedProvider();
});
afterEach(() => provider.close());

const settings = () =>
  readSmsSettings({
    url: `${provider.url}/send`,
    headers: { Authorization: 'Bearer secret' },
    body: '{"phone":["{to}"],"content":"{text}","outId":"cb-{key}","kind":1}',
    answer: { codePath: 'data.code', success: [0], passing: ['BUSY'], misconfigured: ['NO_MONEY'] },
    idPath: 'data.bizId',
  }) as HttpSms;
const answering = (code: unknown) => ({
  status: 200,
  body: JSON.stringify({ data: { code, bizId: 'b-77' } }),
});

test('the template is filled safely and carries our reference', async () => {
  provider.answer = answering(0);
  const receipt = await openSms(settings()).send(message);
  expect(receipt).toEqual({ providerId: 'b-77' });
  const [request] = provider.asked;
  expect(JSON.parse(request?.body ?? '')).toEqual({
    phone: [message.to],
    content: message.text,
    outId: `cb-${reference(message.key)}`,
    kind: 1,
  });
  expect(request?.headers.authorization).toBe('Bearer secret');
  expect(request?.headers['idempotency-key']).toBe(reference(message.key));
});

const PASSING = { permanent: false, misconfigured: false, handedOver: 'no' };
const PERMANENT = { ...PASSING, permanent: true };
const OURS = { ...PASSING, misconfigured: true };
const DOUBT = { ...PASSING, handedOver: 'maybe' };

test.each<[string, Answer, object]>([
  ['sms: HTTP 400', { status: 400, body: '' }, PERMANENT],
  ['sms: HTTP 401', { status: 401, body: '' }, OURS],
  ['sms: HTTP 302', { status: 302, body: '', headers: { location: '/x' } }, OURS],
  ['sms: HTTP 408', { status: 408, body: '' }, PASSING],
  [
    'sms: HTTP 429',
    { status: 429, body: '', headers: { 'retry-after': '90' } },
    { ...PASSING, retryAfterMs: 90_000 },
  ],
  ['sms: HTTP 503', { status: 503, body: '' }, DOUBT],
  ['sms: answer BLACKLIST', answering('BLACKLIST'), PERMANENT],
  ['sms: answer BUSY', answering('BUSY'), PASSING],
  ['sms: answer NO_MONEY', answering('NO_MONEY'), OURS],
  ['sms: answer other than success', answering('13800000001 is blocked'), PERMANENT],
  ['sms: no code in answer', { status: 200, body: '<html>' }, DOUBT],
  ['sms: time-out while waiting for the answer', 'silence', DOUBT],
  ['sms: ECONNRESET while waiting for the answer', 'cut', DOUBT],
])('%s', async (says, given, verdict) => {
  provider.answer = given;
  const limitMs = given === 'silence' ? 300 : 20_000;
  const attempt = openSms(settings(), { ...OWN_MEANS, limitMs }).send(message);
  await expect(attempt).rejects.toMatchObject({ name: 'GatewayError', message: says, ...verdict });
  expect(provider.asked).toHaveLength(1);
});

test('a refused connection means that nothing was sent', async () => {
  const closed = { ...settings(), url: 'http://127.0.0.1:1/send' };
  await expect(openSms(closed).send(message)).rejects.toMatchObject({
    message: 'sms: ECONNREFUSED while connecting',
    ...PASSING,
  });
});

test.each(['', '138-0000', '13800000001,13800000002', 'x'])(
  'what is not one number is never sent: %j',
  async (to) => {
    const attempt = openSms(settings()).send({ ...message, to });
    await expect(attempt).rejects.toMatchObject(PERMANENT);
    expect(provider.asked).toHaveLength(0);
  },
);

test('all wrong settings are named at once, without their values', () => {
  const wrong = { url: 'ftp://secret', body: '{"to":"{to}"}', headers: { 'X-Key': '密码' } };
  expect(() => readSmsSettings(wrong)).toThrow(/url：.*headers\.X-Key：.*body：/s);
  expect(() => readSmsSettings(wrong)).not.toThrow(/secret|密码/);
});
