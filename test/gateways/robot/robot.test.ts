/** The group robots: messages, signature, and the meaning of their answers. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openRobot } from '../../../gateways/robot/open.ts';
import {
  type Answer,
  type ScriptedProvider,
  scriptedProvider,
} from '../../support/servers/scripted-provider.ts';

let provider: ScriptedProvider;
beforeEach(async () => {
  provider = await scriptedProvider();
  provider.answer = { body: { errcode: 0, errmsg: 'ok' } };
});
afterEach(() => provider.close());

const wecom = (more = {}) =>
  JSON.stringify({ provider: 'wecom', webhook: `${provider.url}/send?key=k-1`, ...more });
const dingtalk = (more = {}) =>
  JSON.stringify({
    provider: 'dingtalk',
    webhook: `${provider.url}/robot/send?access_token=t-1`,
    secret: 'SECtest',
    ...more,
  });
const asked = () => JSON.parse(provider.asked[0]?.body ?? '') as unknown;

test('WeCom gets Markdown, or plain text', async () => {
  await openRobot(wecom())?.send({ key: 'k', text: '**2018H1** 未报3家' });
  expect(provider.asked[0]?.url).toBe('/send?key=k-1');
  expect(asked()).toEqual({ msgtype: 'markdown', markdown: { content: '**2018H1** 未报3家' } });
  await openRobot(wecom({ form: 'text' }))?.send({ key: 'k', text: '未报3家' });
  expect(JSON.parse(provider.asked[1]?.body ?? '')).toEqual({
    msgtype: 'text',
    text: { content: '未报3家' },
  });
});

test('DingTalk gets a title too, and a signed address', async () => {
  const means = { now: () => 1531794600000 };
  await openRobot(dingtalk(), means)?.send({ key: 'k', text: '## 上半年报送\n未报3家' });
  expect(asked()).toEqual({
    msgtype: 'markdown',
    markdown: { title: '上半年报送', text: '## 上半年报送\n未报3家' },
  });
  // printf '1531794600000\nSECtest' | openssl dgst -sha256 -hmac SECtest -binary | base64
  expect(
    Object.fromEntries(new URL(provider.asked[0]?.url ?? '', provider.url).searchParams),
  ).toEqual({
    access_token: 't-1',
    timestamp: '1531794600000',
    sign: 'ix85Zgi/rphekUwR2pEqx4NDWFt97SatMidqZEmRCnU=',
  });
});

test('a long text is cut at a line and ends with ……', async () => {
  const lines = Array.from({ length: 200 }, (_, n) => `${n} 某某单位尚未报送`);
  await openRobot(wecom())?.send({ key: 'k', text: lines.join('\n') });
  const { content } = (asked() as { markdown: { content: string } }).markdown;
  expect(Buffer.byteLength(content)).toBeLessThanOrEqual(4096);
  const kept = content.split('\n');
  expect(kept.at(-1)).toBe('……');
  expect(kept.slice(0, -1)).toEqual(lines.slice(0, kept.length - 1));
  expect(kept.length).toBeGreaterThan(100);
});

const PASSING = { permanent: false, misconfigured: false };
const code = (errcode: number) => ({ body: { errcode, errmsg: 'https://secret' } });
test.each<['wecom' | 'dingtalk', string, Answer, object]>([
  ['wecom', 'robot: errcode 45009', code(45009), { ...PASSING, retryAfterMs: 60_000 }],
  ['wecom', 'robot: errcode 93000', code(93000), { ...PASSING, misconfigured: true }],
  ['wecom', 'robot: errcode 45002', code(45002), { ...PASSING, permanent: true }],
  ['wecom', 'robot: errcode -1', code(-1), PASSING],
  ['dingtalk', 'robot: errcode 130101', code(130101), { ...PASSING, retryAfterMs: 600_000 }],
  ['dingtalk', 'robot: errcode 310000', code(310000), { ...PASSING, misconfigured: true }],
  ['dingtalk', 'robot: errcode 400102', code(400102), { ...PASSING, misconfigured: true }],
  ['dingtalk', 'robot: errcode 430104', code(430104), { ...PASSING, permanent: true }],
  ['wecom', 'robot: HTTP 502', { status: 502, body: '' }, PASSING],
  ['wecom', 'robot: HTTP 404', { status: 404, body: '' }, { ...PASSING, misconfigured: true }],
  ['dingtalk', 'robot: HTTP 200', { body: '{"errcode":' }, PASSING],
  ['dingtalk', 'robot: ECONNRESET while waiting for the answer', 'cut', PASSING],
])('%s: %s', async (which, says, answer, verdict) => {
  provider.answer = answer;
  const robot = openRobot(which === 'wecom' ? wecom() : dingtalk());
  await expect(robot?.send({ key: 'k', text: 'x' })).rejects.toMatchObject({
    message: says,
    ...verdict,
  });
});

test('the 21st message within a minute waits for its turn', async () => {
  let now = 1_000_000;
  const robot = openRobot(wecom(), { now: () => now });
  for (let n = 0; n < 20; n += 1) {
    await robot?.send({ key: 'k', text: `${n}` });
    now += 1_000;
  }
  await expect(robot?.send({ key: 'k', text: '21' })).rejects.toMatchObject({
    ...PASSING,
    retryAfterMs: 40_000,
  });
  expect(provider.asked).toHaveLength(20);
  now += 40_000;
  await robot?.send({ key: 'k', text: '21' });
  expect(provider.asked).toHaveLength(21);
});

test('without a setting there is no robot; a wrong setting is named without its secret', () => {
  expect(openRobot(undefined)).toBeNull();
  expect(() => openRobot('{')).toThrow('应是一个 JSON 对象');
  expect(() => openRobot('{"provider":"feishu"}')).toThrow('wecom 或 dingtalk');
  const wrong = { provider: 'dingtalk', webhook: 'http://leaked.example.org/x', form: 'html' };
  const read = () => openRobot(JSON.stringify(wrong));
  for (const name of ['webhook：', 'secret：没有设置', 'form：']) expect(read).toThrow(name);
  expect(read).not.toThrow(/leaked|html/);
});
