/** The channels that an installation's settings open: whom they reach, and through which provider. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ChannelsInput, openChannels } from '../../gateways/channels.ts';
import { phrases } from '../../gateways/real-channels.ts';
import { type ScriptedProvider, scriptedProvider } from '../support/servers/scripted-provider.ts';
import { TEMPLATES } from '../support/servers/sms-settings.ts';

const PLAN = 'zhongshan-2017-2020';
const SANDBOX_SMTP = 'smtp://127.0.0.1:1025';
const base: ChannelsInput = {
  planId: PLAN,
  bureau: '市金融局',
  smtpUrl: SANDBOX_SMTP,
  mailFrom: 'cuibao@zhongshan.example',
  mailReplyTo: undefined,
  smsUrl: 'http://127.0.0.1:8025/sms',
  smsGateway: undefined,
  smsGatewayFile: undefined,
  bureauRobot: undefined,
  sandboxUrl: 'http://127.0.0.1:8025',
  sandboxSmtpUrl: SANDBOX_SMTP,
  confirmed: '',
  everythingTo: '',
};
const PROVIDERS = {
  alibaba: { accessKeyId: 'a', accessKeySecret: 'b', signature: '市金融局', templates: TEMPLATES },
  tencent: {
    secretId: 'a',
    secretKey: 'b',
    sdkAppId: '1',
    signature: '市金融局',
    templates: TEMPLATES,
  },
  yunmas: {
    endpoint: 'https://mas.example.com',
    ecName: 'e',
    apId: 'a',
    secretKey: 'b',
    sign: 's',
  },
};
const gateway = (provider: keyof typeof PROVIDERS, more = {}) =>
  JSON.stringify({ provider, ...PROVIDERS[provider], ...more });
const robotAt = (url: string) =>
  JSON.stringify({ provider: 'wecom', webhook: `${url}/send?key=k` });

let provider: ScriptedProvider;
beforeEach(async () => {
  provider = await scriptedProvider();
});
afterEach(() => provider.close());

describe.each(['alibaba', 'tencent', 'yunmas'] as const)('%s', (name) => {
  test('is a real channel, wherever the sandbox is', () => {
    const open = (more: Partial<ChannelsInput>) =>
      openChannels({ ...base, smsGateway: gateway(name), ...more });
    expect(() => open({})).toThrow(/^短信通道指向真实服务器/);
    expect(open({ confirmed: phrases(PLAN)[1] }).reach).toBe('real');
    expect(open({ everythingTo: '13900000000' }).reach).toBe('me');
  });
});

test('a provider with approved templates gets the text unchanged, also in a trial', async () => {
  provider.answer = { body: { Code: 'OK', BizId: 'b' } };
  const { sms } = openChannels({
    ...base,
    smsGateway: gateway('alibaba', { endpoint: provider.url }),
    everythingTo: '13900000000',
  });
  await sms.send({ key: 'k', to: '13800000001', text: '【市金融局】情况已收到，谢谢。' });
  expect(queryOf(0)).toMatchObject({ PhoneNumbers: '13900000000', TemplateCode: 'T-FIXED' });
  provider.answer = { body: { Code: 'OK' } };
  await sms.pollReceipts?.({ to: '13800000001', sentAt: new Date(), providerId: 'b' });
  expect(queryOf(1)).toMatchObject({ PhoneNumber: '13900000000', BizId: 'b' });
});

test('a robot posts to a real group: only after confirmation, and not in a trial', async () => {
  provider.answer = { body: { errcode: 0 } };
  const withRobot = { ...base, bureauRobot: robotAt(provider.url) };
  expect(() => openChannels(withRobot)).toThrow(/^群机器人通道指向真实服务器/);
  expect(openChannels({ ...withRobot, everythingTo: '13900000000' })).toMatchObject({
    reach: 'me',
    robot: null,
  });
  const { robot } = openChannels({ ...withRobot, confirmed: phrases(PLAN)[0] });
  await robot?.send({ key: 'k', text: '未报3家' });
  expect(provider.asked).toHaveLength(1);
  // The sandbox plays one of its own.
  expect(openChannels(base)).toMatchObject({ reach: 'sandbox', robot: expect.anything() });
});

test('each plan needs its own confirmation; messages of other plans fail as misconfigured', async () => {
  provider.answer = { body: { errcode: 0 } };
  const [own, other] = [phrases(PLAN)[1], phrases('farming-2018')[1]];
  const open = (confirmed: string) =>
    openChannels({ ...base, bureauRobot: robotAt(provider.url), confirmed }).robot;
  const message = { key: 'k', text: '未报3家', plans: [PLAN, 'farming-2018'] };
  await expect(open(own)?.send(message)).rejects.toMatchObject({
    message: 'robot: plan farming-2018 not confirmed',
    permanent: false,
    misconfigured: true,
  });
  expect(provider.asked).toHaveLength(0);
  await open(`${own}；${other}`)?.send(message);
  expect(provider.asked).toHaveLength(1);
  // The other's sentence alone lets nothing go.
  expect(() => open(other)).toThrow(/还没有确认/);
});

test('an unconfirmed plan sends no mail and no SMS either', async () => {
  const real = {
    ...base,
    smtpUrl: 'smtp://127.0.0.1:9',
    smsGateway: gateway('yunmas', { endpoint: provider.url }),
    confirmed: phrases(PLAN)[0],
  };
  const { mail, sms } = openChannels(real);
  const of = { key: 'k', text: '请报送', plans: ['farming-2018'] };
  const to = { name: '张某', address: 'zhang@example.org' };
  await expect(mail.send({ ...of, to, subject: '请报送', attachments: [] })).rejects.toThrow(
    'mail: plan farming-2018 not confirmed',
  );
  await expect(sms.send({ ...of, to: '13800000001' })).rejects.toThrow(
    'sms: plan farming-2018 not confirmed',
  );
  expect(provider.asked).toHaveLength(0);
});

const queryOf = (index: number) =>
  Object.fromEntries(new URL(provider.asked[index]?.url ?? '', provider.url).searchParams);
