import { simpleParser } from 'mailparser';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { MailGateway, MailMessage } from '../../../gateways/gateway.ts';
import { createMailGateway } from '../../../gateways/mail/send.ts';
import { createMailbox, type Mailbox } from '../../support/servers/mailbox.ts';

const SENDER = {
  name: '中山市金融工作局',
  address: 'cuibao@finance.example.org',
  replyTo: 'office@finance.example.org',
};
const LONG_NAME =
  '中山市推进普惠金融发展实施方案二〇一八年上半年工作进展情况报送表（古镇镇人民政府）.docx';

const message: MailMessage = {
  key: 'email#liaison@guzhen.example.org#reminder#1531357200000',
  to: { name: '古镇镇（张三）', address: 'liaison@guzhen.example.org' },
  subject: '【演示】提醒：请于7月15日前报送《普惠金融工作》2018年上半年进展情况（第52、53项）',
  text: '张三同志：\n\n请于 7 月 15 日前报送。\n详见 https://cuibao.example.org/report。\n\n<b>不是标签</b> & "引号"',
  attachments: [
    { filename: LONG_NAME, contentType: 'application/octet-stream', content: Buffer.from('表') },
  ],
  threads: ['zhongshan/2018H1/guzhen'],
  date: new Date('2018-07-12T01:00:00Z'),
};

let mailbox: Mailbox;
let gateway: MailGateway;
beforeEach(async () => {
  mailbox = createMailbox();
  gateway = createMailGateway({ url: await mailbox.start() }, SENDER);
});
afterEach(async () => {
  await gateway.close();
  await mailbox.close();
});

const oneMail = async () => {
  await gateway.send(message);
  const [mail] = mailbox.to(message.to.address);
  if (!mail) return expect.unreachable('one mail should have arrived');
  return mail;
};

test('subject, names and date arrive as they were written', async () => {
  const mail = await oneMail();
  expect(mail.subject).toBe(message.subject);
  expect(mail.to).toMatchObject({ value: [message.to] });
  expect(mail.from?.value).toMatchObject([{ name: SENDER.name, address: SENDER.address }]);
  expect(mail.replyTo?.value).toMatchObject([{ address: SENDER.replyTo }]);
  expect(mail.date).toEqual(message.date);
  expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
});

test('a long mixed subject is folded into encoded words of at most 75 characters', async () => {
  const { raw } = await oneMail();
  const lines = /^Subject: ((?:.*\r\n )*.*)\r\n/m.exec(raw)?.[1]?.split(/\r\n /) ?? [];
  expect(lines.length).toBeGreaterThan(2);
  for (const word of lines.flatMap((line) => line.split(' '))) {
    expect(word).toMatch(/^=\?UTF-8\?[BQ]\?[^?]+\?=$/i);
    expect(word.length).toBeLessThanOrEqual(75);
  }
});

test('a 40-character Chinese attachment name is written for old and for new mail clients', async () => {
  const { raw, attachments } = await oneMail();
  expect(LONG_NAME.length).toBeGreaterThanOrEqual(40);
  expect(attachments.map(({ filename }) => filename)).toEqual([LONG_NAME]);
  expect(decodedName(raw)).toBe(LONG_NAME);
  expect(decodedFilename(raw)).toBe(LONG_NAME);
});

/** RFC 2047 in `Content-Type; name=`, which older clients read. */
function decodedName(raw: string): string {
  const value = /\bname="((?:[^"\r]|\r\n)*)"/.exec(raw)?.[1] ?? '';
  const words = value.matchAll(/=\?UTF-8\?B\?([^?]*)\?=/gi);
  return Buffer.concat([...words].map(([, word]) => Buffer.from(word ?? '', 'base64'))).toString();
}
/** RFC 2231 `filename*0*=`, in as many pieces as it takes. */
function decodedFilename(raw: string): string {
  const pieces = [...raw.matchAll(/filename\*\d+\*=([^;\r\s]+)/g)].map(([, piece]) => piece ?? '');
  return decodeURIComponent(pieces.join('').replace(/^utf-8''/i, ''));
}

test('the text comes with an escaped HTML alternative that fetches nothing', async () => {
  const mail = await oneMail();
  expect(mail.text?.trim()).toBe(message.text);
  expect(mail.html).toContain('&lt;b&gt;不是标签&lt;/b&gt; &amp; &quot;引号&quot;');
  expect(mail.html).toContain('<a href="https://cuibao.example.org/report">');
  expect(mail.html).not.toMatch(/<img|<link|<script|src=/);
});

test('every attempt has the same Message-ID, and no address in it', async () => {
  const first = await gateway.send(message);
  const second = await gateway.send(message);
  const ids = mailbox.to(message.to.address).map(({ messageId }) => messageId);
  expect(new Set([...ids, first.providerId, second.providerId]).size).toBe(1);
  expect(ids[0]).toMatch(/^<[0-9a-f]{64}@finance\.example\.org>$/);
});

test('mails about one obligation are one conversation', async () => {
  await gateway.send(message);
  await gateway.send({ ...message, key: 'another' });
  await gateway.send({ ...message, key: 'third', threads: ['zhongshan/2018H1/xiaolan'] });
  const [a, b, c] = mailbox.to(message.to.address).map(({ inReplyTo }) => inReplyTo);
  expect(a).toBe(b);
  expect(a).not.toBe(c);
});

test('a calendar entry is sent beside the attachments, with its method', async () => {
  const calendar = {
    method: 'CANCEL' as const,
    content: 'BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n',
    filename: 'due.ics',
  };
  await gateway.send({ ...message, calendar });
  const [mail] = mailbox.to(message.to.address);
  expect(mail?.raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=CANCEL/);
  const names = mail?.attachments.map(({ filename }) => filename);
  expect(names).toContain(LONG_NAME);
  expect(names).toContain('due.ics');
});

test.each(['a@x.example,b@x.example', 'no address', '张三 <a@x.example>', 'g:a@x.example', ''])(
  'what is not one plain address is never sent: %j',
  async (address) => {
    const attempt = gateway.send({ ...message, to: { name: '', address } });
    await expect(attempt).rejects.toMatchObject({
      message: 'mail: not an e-mail address',
      permanent: true,
    });
    expect(mailbox.all()).toEqual([]);
  },
);

test('a line break in a subject or name cannot add a header', async () => {
  const to = { name: '张\r\nBcc: spy@x.example', address: message.to.address };
  await gateway.send({ ...message, to, subject: '你好\r\nBcc: spy@x.example' });
  const [mail] = mailbox.all();
  expect(mailbox.all().map(({ recipient }) => recipient)).toEqual([message.to.address]);
  expect((await simpleParser(mail?.raw ?? '')).headers.has('bcc')).toBe(false);
});

test('what is not an SMTP URL is refused without repeating the password', () => {
  expect(() => createMailGateway({ url: 'http://me:secret@x' }, SENDER)).toThrow(
    /邮件服务器地址不对(?!.*secret)/,
  );
});
