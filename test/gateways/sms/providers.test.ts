/** The three providers with an interface of their own: the meaning of each answer, and one request for each SMS. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SmsGateway } from '../../../gateways/gateway.ts';
import { reference } from '../../../gateways/gateway.ts';
import { ALIBABA_CODES } from '../../../gateways/sms/alibaba/codes.ts';
import { codeVerdict } from '../../../gateways/sms/failure.ts';
import { openSms } from '../../../gateways/sms/open.ts';
import type { SmsSettings } from '../../../gateways/sms/settings.ts';
import { TENCENT_CODES } from '../../../gateways/sms/tencent/codes.ts';
import { YUNMAS_CODES } from '../../../gateways/sms/yunmas/codes.ts';
import {
  type Answer,
  type ScriptedProvider,
  scriptedProvider,
} from '../../support/servers/scripted-provider.ts';
import { alibaba, TEMPLATES, tencent, yunmas } from '../../support/servers/sms-settings.ts';
import { DOUBT, OURS, PASSING, PERMANENT, PROVIDERS } from './provider-answers.ts';

const message = {
  key: 'sms#13800000001#reminder#1531794600000',
  to: '13800000001',
  text: '【市金融局】提醒：请坦洲镇于7月15日前报送。咨询：0760-88880000',
  kind: 'reminder',
} as const;

let provider: ScriptedProvider;
beforeEach(async () => {
  provider = await scriptedProvider();
});
afterEach(() => provider.close());

/** A long limit for busy machines, and a short one where no answer will come. */
const opened = (settings: SmsSettings): SmsGateway =>
  openSms(settings, {
    now: Date.now,
    nonce: () => 'nonce',
    limitMs: provider.answer === 'silence' ? 300 : 20_000,
  });

describe.each(Object.entries(PROVIDERS))(
  '%s',
  (_name, { settings: at, saying, success, codes }) => {
    const settings = () => at(provider.url);

    test('gives back the provider’s id', async () => {
      provider.answer = saying(success);
      expect(await opened(settings()).send(message)).toEqual({ providerId: 'p-77' });
      expect(provider.asked).toHaveLength(1);
    });

    test.each(codes.map(([code, verdict]) => [code, verdict] as const))(
      '%s',
      async (code, verdict) => {
        provider.answer = saying(code);
        await failing(settings(), `sms: answer ${code}`, verdict);
      },
    );

    test.each<[string, Answer, object]>([
      ['sms: no code in answer', { body: '{"Code":' }, DOUBT],
      ['sms: no code in answer', { body: '' }, DOUBT],
      ['sms: HTTP 500', { status: 500, body: '<html>' }, DOUBT],
      ['sms: HTTP 403', { status: 403, body: '' }, OURS],
      ['sms: time-out while waiting for the answer', 'silence', DOUBT],
      ['sms: ECONNRESET while waiting for the answer', 'cut', DOUBT],
      ['sms: ECONNRESET while waiting for the answer', 'half', DOUBT],
    ])('%s', async (says, answer, verdict) => {
      provider.answer = answer;
      await failing(settings(), says, verdict);
    });

    test('a refused connection means that nothing was sent', async () => {
      const closed = { ...settings(), endpoint: 'http://127.0.0.1:1' };
      await expect(opened(closed).send(message)).rejects.toMatchObject(PASSING);
    });

    test.each(['', '138-0000', '13800000001,13800000002'])('%j is not one number', async (to) => {
      const attempt = opened(settings()).send({ ...message, to });
      await expect(attempt).rejects.toMatchObject(PERMANENT);
      expect(provider.asked).toHaveLength(0);
    });

    test('a demonstration is never sent', async () => {
      const text = message.text.replace('】', '】【演示】');
      const attempt = opened(settings()).send({ ...message, text });
      await expect(attempt).rejects.toMatchObject({
        ...OURS,
        message: expect.stringMatching(/^sms: 提醒短信带有【演示】/),
      });
      expect(provider.asked).toHaveLength(0);
    });
  },
);

describe.each([
  ['alibaba', () => alibaba(provider.url)],
  ['tencent', () => tencent(provider.url)],
  ['yunmas', () => yunmas(provider.url, { templates: TEMPLATES })],
] as const)('%s with approved templates', (_name, settings) => {
  test('a text that matches no template is refused with its kind, without a request', async () => {
    const attempt = opened(settings()).send({ ...message, text: '【市金融局】请坦洲镇报送。' });
    await expect(attempt).rejects.toMatchObject({
      ...OURS,
      message: expect.stringMatching(/^sms: 提醒短信的内容与已审批的模板都对不上(?!.*坦洲)/),
    });
    expect(provider.asked).toHaveLength(0);
  });
});

test.each([ALIBABA_CODES, TENCENT_CODES, YUNMAS_CODES])('no code has two meanings', (table) => {
  const codes = Object.values(table).flat();
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  // Every code can be shown: none is taken for a sentence that might hold a number.
  for (const code of codes.map((name) => name.replace('.*', '.X'))) {
    expect(codeVerdict(code, table).message).toBe(`sms: answer ${code}`);
  }
});

test('Tencent’s refusal of the whole request counts like that of a number', async () => {
  provider.answer = { body: { Response: { Error: { Code: 'AuthFailure.SecretIdNotFound' } } } };
  await failing(tencent(provider.url), 'sms: answer AuthFailure.SecretIdNotFound', OURS);
});

test('Alibaba’s refusal with HTTP 4xx says more than the status', async () => {
  provider.answer = { status: 400, body: { Code: 'InvalidTimeStamp.Expired' } };
  await failing(alibaba(provider.url), 'sms: answer InvalidTimeStamp.Expired', OURS);
  provider.answer = { status: 503, body: { Code: 'Throttling.Api' } };
  await expect(opened(alibaba(provider.url)).send(message)).rejects.toMatchObject(PASSING);
});

test('an approved text is sent as id and variables, with our reference', async () => {
  provider.answer = PROVIDERS.alibaba.saying('OK');
  await opened(alibaba(provider.url)).send({ ...message, to: '+8613800000001' });
  const query = new URL(provider.asked[0]?.url ?? '', provider.url).searchParams;
  expect(Object.fromEntries(query)).toEqual({
    PhoneNumbers: '13800000001',
    SignName: '市金融局',
    TemplateCode: 'T-REMIND',
    TemplateParam: '{"unit":"坦洲镇","day":"7月15日","phone":"0760-88880000"}',
    OutId: reference(message.key),
  });
  provider.answer = PROVIDERS.tencent.saying('Ok');
  await opened(tencent(provider.url)).send({
    ...message,
    text: '【市金融局】情况已收到，谢谢。',
    kind: 'receipt',
  });
  expect(JSON.parse(provider.asked[1]?.body ?? '')).toEqual({
    PhoneNumberSet: ['+8613800000001'],
    SmsSdkAppId: '1400006666',
    TemplateId: 'T-FIXED',
    SignName: '市金融局',
    TemplateParamSet: [],
    SessionContext: reference(message.key),
  });
});

async function failing(settings: SmsSettings, says: string, verdict: object) {
  const attempt = opened(settings).send(message);
  await expect(attempt).rejects.toMatchObject({ name: 'GatewayError', message: says, ...verdict });
  expect(provider.asked).toHaveLength(1);
}
