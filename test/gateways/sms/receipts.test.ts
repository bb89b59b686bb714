/** Receipts that providers push, and those they are asked for; times are China's on every host. */

import { expect, test } from 'vitest';
import { reference } from '../../../gateways/gateway.ts';
import { OWN_MEANS } from '../../../gateways/sms/attempt.ts';
import { sandboxSms } from '../../../gateways/sms/http/settings.ts';
import { openSms } from '../../../gateways/sms/open.ts';
import { receiveReceipts } from '../../../gateways/sms/receipts.ts';
import type { SmsSettings } from '../../../gateways/sms/settings.ts';
import { scriptedProvider } from '../../support/servers/scripted-provider.ts';
import { alibaba, SECRET, tencent, yunmas } from '../../support/servers/sms-settings.ts';

const AT = 'https://sms.example.org';
const KEY = reference('sms#13800000001#reminder#1');
const push = (settings: SmsSettings, body: unknown, secret = SECRET, method = 'POST') =>
  receiveReceipts({ method, secret, body: JSON.stringify(body) }, settings);

const FROM_ALIBABA = {
  phone_number: '13800000001',
  send_time: '2018-07-17 10:30:00',
  report_time: '2018-07-17 10:30:05',
  success: true,
  err_code: 'DELIVERED',
  err_msg: '用户接收成功',
  sms_size: '1',
  biz_id: '134523^4351232',
  out_id: KEY,
};

test('Alibaba pushes a list and wants {"code":0}', () => {
  const failed = {
    ...FROM_ALIBABA,
    success: false,
    err_code: 'MOBILE_NOT_ON_SERVICE',
    out_id: 'x',
  };
  const { receipts, answer } = push(alibaba(AT), [FROM_ALIBABA, failed]);
  expect(receipts).toEqual([
    {
      channel: 'sms',
      key: KEY,
      providerId: '134523^4351232',
      outcome: 'delivered',
      code: 'DELIVERED',
      at: new Date('2018-07-17T02:30:05Z'),
    },
    // Another program of the same account put its own number there.
    expect.objectContaining({ key: null, outcome: 'undelivered', code: 'MOBILE_NOT_ON_SERVICE' }),
  ]);
  expect(answer).toMatchObject({ status: 200 });
  expect(JSON.parse(answer.body)).toMatchObject({ code: 0 });
});

test('Tencent pushes a list and wants {"result":0}', () => {
  const { receipts, answer } = push(tencent(AT), [
    {
      user_receive_time: '2018-07-17 08:03:04',
      nationcode: '86',
      mobile: '13800000001',
      report_status: 'FAIL',
      errmsg: 'MK:0001',
      description: '空号',
      sid: '2019:538',
    },
    { report_status: 'SUCCESS', errmsg: '送达 13800000001', sid: '2019:539' },
  ]);
  expect(receipts).toEqual([
    {
      channel: 'sms',
      key: null,
      providerId: '2019:538',
      outcome: 'undelivered',
      code: 'MK:0001',
      at: new Date('2018-07-17T00:03:04Z'),
    },
    // A sentence is no code, and could name the number.
    expect.objectContaining({ outcome: 'delivered', code: null, at: null }),
  ]);
  expect(JSON.parse(answer.body)).toEqual({ result: 0, errmsg: 'OK' });
});

test.each([
  [{ reportStatus: 'DELIVRD', errorCode: '' }, 'delivered', 'DELIVRD'],
  [{ reportStatus: 'CM:0000', errorCode: 'DELIVRD' }, 'delivered', 'CM:0000'],
  [{ reportStatus: 'UNDELIV', errorCode: 'DB:0140' }, 'undelivered', 'DB:0140'],
  [{ reportStatus: 'EXPIRED' }, 'undelivered', 'EXPIRED'],
])('云MAS pushes one at a time: %j', (status, outcome, code) => {
  const pushed = {
    mobile: '13800000001',
    receiveDate: '20180717103005',
    msgGroup: 'g1',
    ...status,
  };
  expect(push(yunmas(AT), pushed).receipts).toEqual([
    {
      channel: 'sms',
      key: null,
      providerId: 'g1',
      outcome,
      code,
      at: new Date('2018-07-17T02:30:05Z'),
    },
  ]);
});

test('unreadable entries are counted, and the others are taken', () => {
  const odd = [
    FROM_ALIBABA,
    { success: 'perhaps' },
    'x',
    null,
    { ...FROM_ALIBABA, report_time: '' },
  ];
  const { receipts, unread, answer } = push(alibaba(AT), odd);
  expect(receipts.map(({ at }) => at?.toISOString() ?? null)).toEqual([
    '2018-07-17T02:30:05.000Z',
    null,
  ]);
  expect(unread).toBe(3);
  expect(answer.status).toBe(200);
});

test.each([
  ['a wrong secret', alibaba(AT), [FROM_ALIBABA], 'guessed', 'POST', 404],
  ['an empty one', alibaba(AT), [FROM_ALIBABA], '', 'POST', 404],
  ['none in the settings', alibaba(AT, { receiptsSecret: undefined }), [], '', 'POST', 404],
  ['a provider that pushes nothing', sandboxSms('http://127.0.0.1:1'), [], SECRET, 'POST', 404],
  ['a look with the browser', alibaba(AT), [], SECRET, 'GET', 405],
  ['no list', alibaba(AT), { code: 1 }, SECRET, 'POST', 400],
] as const)('%s gives no receipts', (_what, settings, body, secret, method, status) => {
  const received = push(settings, body, secret, method);
  expect(received).toMatchObject({ receipts: [], answer: { status } });
});

test('broken JSON gives no receipts', () => {
  const request = { method: 'POST', secret: SECRET, body: '[{"biz' };
  expect(receiveReceipts(request, tencent(AT))).toMatchObject({ answer: { status: 400 } });
});

const sent = { to: '13800000001', sentAt: new Date('2018-07-17T02:30:00Z'), providerId: 'p-1' };

test('Alibaba can be asked for receipts; an SMS that still waits has none', async () => {
  const provider = await scriptedProvider();
  const detail = (SendStatus: number) => ({
    SendStatus,
    OutId: KEY,
    ErrCode: SendStatus === 3 ? 'DELIVERED' : 'MOBILE_IN_BLACK',
    ReceiveDate: SendStatus === 1 ? '' : '2018-07-17 10:30:05',
    PhoneNum: sent.to,
  });
  provider.answer = {
    body: { Code: 'OK', SmsSendDetailDTOs: { SmsSendDetailDTO: [1, 2, 3].map(detail) } },
  };
  const receipt = {
    channel: 'sms',
    key: KEY,
    providerId: 'p-1',
    at: new Date('2018-07-17T02:30:05Z'),
  };
  expect(await openSms(alibaba(provider.url)).pollReceipts?.(sent)).toEqual([
    { ...receipt, outcome: 'undelivered', code: 'MOBILE_IN_BLACK' },
    { ...receipt, outcome: 'delivered', code: 'DELIVERED' },
  ]);
  provider.answer = { body: { Code: 'isv.BUSINESS_LIMIT_CONTROL' } };
  await expect(openSms(alibaba(provider.url)).pollReceipts?.(sent)).rejects.toMatchObject({
    message: 'sms: answer isv.BUSINESS_LIMIT_CONTROL',
    permanent: false,
  });
  await provider.close();
});

test('Tencent answers for all SMS to a number; the one asked about is selected', async () => {
  const provider = await scriptedProvider();
  const pulled = (SerialNo: string, ReportStatus: string) => ({
    SerialNo,
    ReportStatus,
    Description: 'DELIVRD',
    SessionContext: KEY,
    UserReceiveTime: 1531794605,
  });
  provider.answer = {
    body: {
      Response: { PullSmsSendStatusSet: [pulled('p-0', 'FAIL'), pulled('p-1', 'SUCCESS'), {}] },
    },
  };
  const means = { ...OWN_MEANS, now: () => Date.parse('2018-07-17T03:00:00Z') };
  expect(await openSms(tencent(provider.url), means).pollReceipts?.(sent)).toEqual([
    {
      channel: 'sms',
      key: KEY,
      providerId: 'p-1',
      outcome: 'delivered',
      code: 'DELIVRD',
      at: new Date('2018-07-17T02:30:05Z'),
    },
  ]);
  await provider.close();
});
