import { expect, test } from 'vitest';
import {
  isSandbox,
  mailToMe,
  phrases,
  reachOf,
  readEverythingTo,
  redirectMail,
  redirectSms,
} from '../../gateways/real-channels.ts';

const SANDBOX = { mailUrl: 'smtp://127.0.0.1:1025', smsUrl: 'http://127.0.0.1:8025/sms' };
const NOBODY = { email: null, mobile: null };
const settings = {
  planId: 'zhongshan-2017-2020',
  mailUrl: 'smtps://robot:pw@mail.example.org',
  smsUrl: 'https://sms.example.org/send',
  sandbox: SANDBOX,
  confirmed: '',
  everythingTo: NOBODY,
};

test.each([
  ['smtp://127.0.0.1:1025', true],
  ['smtp://localhost:1025', true],
  ['smtp://[::1]:1025', true],
  // Another port of this machine may be a relay to the world.
  ['smtp://127.0.0.1:25', false],
  ['smtps://127.0.0.1:1025', false],
  ['smtp://127.0.0.1.example.org:1025', false],
  ['smtp://mail.example.org:1025', false],
  ['', false],
])('%s is the own sandbox: %s', (url, expected) => {
  expect(isSandbox(url, SANDBOX.mailUrl)).toBe(expected);
});

test('a server on another machine does not count as the sandbox', () => {
  expect(isSandbox('smtp://mail.example.org:1025', 'smtp://mail.example.org:1025')).toBe(false);
});

test('the own sandbox and unused channels need no confirmation', () => {
  expect(reachOf({ ...settings, ...SANDBOX })).toBe('sandbox');
  expect(reachOf({ ...settings, mailUrl: null, smsUrl: null, sandbox: null })).toBe('sandbox');
});

test('real channels are refused with a sentence that says what to do', () => {
  expect(() => reachOf(settings)).toThrow(
    /邮件和短信通道指向真实服务器.*REAL_CHANNELS_CONFIRMED="我将为 zhongshan-2017-2020 发送真实消息"/,
  );
  expect(() => reachOf({ ...settings, smsUrl: SANDBOX.smsUrl })).toThrow(/^邮件通道/);
});

test.each(phrases(settings.planId))('"%s" confirms real messages', (confirmed) => {
  expect(reachOf({ ...settings, confirmed: `  ${confirmed} ` })).toBe('real');
});

test.each(['yes', 'true', '1', phrases('another-plan')[0], phrases('')[1]])(
  '"%s" does not',
  (confirmed) => {
    expect(() => reachOf({ ...settings, confirmed })).toThrow(/还没有确认/);
  },
);

test('EVERYTHING_TO needs no confirmation, but an address for every real channel', () => {
  const me = { email: 'me@example.org', mobile: '13900000000' };
  expect(reachOf({ ...settings, everythingTo: me })).toBe('me');
  expect(() => reachOf({ ...settings, everythingTo: { ...me, mobile: null } })).toThrow(/确认/);
  expect(reachOf({ ...settings, everythingTo: { ...me, mobile: null }, smsUrl: null })).toBe('me');
});

test('with both, EVERYTHING_TO still applies', () => {
  const me = { email: 'me@example.org', mobile: '13900000000' };
  const confirmed = phrases(settings.planId)[0];
  expect(reachOf({ ...settings, confirmed, everythingTo: me })).toBe('me');
});

test.each([
  ['', NOBODY],
  ['me@example.org', { email: 'me@example.org', mobile: null }],
  ['13900000000，me@example.org', { email: 'me@example.org', mobile: '13900000000' }],
])('EVERYTHING_TO=%s', (setting, expected) => {
  expect(readEverythingTo(setting)).toEqual(expected);
});

test.each(['me', 'a@x.example,b@x.example', 'me@example.org,tel'])(
  'EVERYTHING_TO=%s is refused',
  (setting) => {
    expect(() => readEverythingTo(setting)).toThrow(setting);
  },
);

const mail = {
  key: 'k',
  to: { name: '张三', address: 'z3@example.org' },
  subject: '提醒',
  text: '正文',
  attachments: [],
};

test('a diverted mail names its intended recipient and keeps its key', async () => {
  const sent: unknown[] = [];
  const gateway = mailToMe(
    {
      send: async (message) => {
        sent.push(message);
        return { providerId: '' };
      },
      close: async () => {},
    },
    'me@example.org',
  );
  await gateway.send(mail);
  expect(sent).toEqual([redirectMail(mail, 'me@example.org')]);
  expect(sent).toMatchObject([
    {
      key: 'k',
      to: { address: 'me@example.org' },
      subject: '[原收件人 张三 <z3@example.org>] 提醒',
    },
  ]);
});

test('a diverted SMS ends with the intended number, masked', () => {
  const sms = { key: 'k', to: '13800000001', text: '【市金融局】请报送。' };
  expect(redirectSms(sms, '13900000000')).toMatchObject({
    to: '13900000000',
    text: '【市金融局】请报送。（原收件号码 138****0001）',
  });
});
