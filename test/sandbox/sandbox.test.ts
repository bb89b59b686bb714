import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { MailMessage } from '../../gateways/gateway.ts';
import { reference } from '../../gateways/gateway.ts';
import { createMailGateway } from '../../gateways/mail/send.ts';
import { OWN_MEANS } from '../../gateways/sms/attempt.ts';
import { sandboxSms } from '../../gateways/sms/http/settings.ts';
import { openSms } from '../../gateways/sms/open.ts';
import { createSandbox, type Sandbox } from '../../sandbox/sandbox.ts';

const NAME = '进展情况报送表（古镇镇）.docx';
const mail: MailMessage = {
  key: 'email#liaison@guzhen.example.org#notice#1',
  to: { name: '古镇镇', address: 'liaison@guzhen.example.org' },
  subject: '报送通知 <script>alert(1)</script>《方案》',
  text: '请于 7 月 15 日前报送。',
  attachments: [
    { filename: NAME, contentType: 'text/html', content: Buffer.from('<script>1</script>') },
  ],
  date: new Date('2018-06-22T01:00:00Z'),
};
const sms = { key: 'sms#13800000001#chase#1', to: '13800000001', text: '【市金融局】请报送。' };

let dir: string;
let sandbox: Sandbox;
const open = async () => {
  sandbox = await createSandbox({ dir, smtpPort: 0, httpPort: 0 });
};
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'sandbox-'));
  await open();
});
afterEach(async () => {
  await sandbox.close();
  await rm(dir, { recursive: true });
});

const get = (path: string, init?: RequestInit) => fetch(new URL(path, sandbox.httpUrl), init);
const textOf = async (path: string) => (await get(path)).text();
const jsonOf = async (path: string): Promise<unknown> => (await get(path)).json();
const failing = (order: object) =>
  get('/fail', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(order),
  });
/** @param totalMs short only where the sandbox gives no answer on order */
const sendMail = async (message = mail, totalMs = 20_000) => {
  const limits = { connect: 10_000, greeting: 10_000, silence: 10_000, total: totalMs };
  const sender = { name: '市金融局', address: 'cuibao@finance.example.org' };
  const gateway = createMailGateway({ url: sandbox.smtpUrl }, sender, limits);
  try {
    return await gateway.send(message);
  } finally {
    await gateway.close();
  }
};
const sendSms = (message = sms, limitMs = 20_000) =>
  openSms(sandboxSms(sandbox.httpUrl), { ...OWN_MEANS, limitMs }).send({
    ...message,
    date: new Date('2018-07-17T02:30:00Z'),
  });

test('a mail is listed with its key, recipient, subject and attachments', async () => {
  await sendMail();
  expect(await jsonOf('/api/mails')).toMatchObject([
    {
      seq: 1,
      key: reference(mail.key),
      messageId: `<${reference(mail.key)}@finance.example.org>`,
      to: [mail.to.address],
      subject: mail.subject,
      date: '2018-06-22T01:00:00.000Z',
      attachments: [NAME],
    },
  ]);
});

test('pages say that nothing was really sent, show plan time and escape their texts', async () => {
  await sendMail();
  const page = await textOf('/');
  expect(page).toContain('演示沙箱：这里的信没有发给任何真实的人');
  expect(page).toContain('2018-06-22 09:00');
  expect(page).toContain('报送通知 &lt;script&gt;');
  expect(page).not.toContain('<script');
  const whole = await textOf('/mail/1');
  expect(whole).toContain(mail.text);
  expect(whole).not.toContain('<script');
  expect(await textOf('/?lang=en')).toContain('nothing here was sent to any real person');
});

test('pages fetch nothing from other hosts and forbid it', async () => {
  await sendMail();
  for (const path of ['/', '/mail/1', '/fail']) {
    const answer = await get(path);
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
    expect(await answer.text()).not.toMatch(/(src|href|action)="(https?:)?\/\//);
  }
});

test('an attachment is a download, never a page', async () => {
  await sendMail();
  const answer = await get('/mail/1/attachment/0');
  expect(await answer.text()).toBe('<script>1</script>');
  expect(answer.headers.get('content-type')).toBe('application/octet-stream');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  const disposition = answer.headers.get('content-disposition') ?? '';
  expect(disposition).toMatch(/^attachment; filename\*=UTF-8''[A-Za-z0-9%._-]+$/);
  expect(decodeURIComponent(disposition)).toContain(NAME);
});

test('a calendar entry is one attachment, not two', async () => {
  const content = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n';
  await sendMail({ ...mail, calendar: { method: 'PUBLISH', content, filename: 'due.ics' } });
  expect(await jsonOf('/api/mails')).toMatchObject([{ attachments: [NAME, 'due.ics'] }]);
  expect(await textOf('/mail/1/attachment/1')).toContain('BEGIN:VCALENDAR');
});

test('the HTML version may neither run nor fetch anything', async () => {
  await sendMail();
  const answer = await get('/mail/1/html');
  expect(answer.headers.get('content-security-policy')).toBe(
    "sandbox; default-src 'none'; style-src 'unsafe-inline'",
  );
  expect((await get('/mail/1/raw')).headers.get('content-type')).toMatch(/^text\/plain/);
});

test('the same SMS twice has one receipt and is marked as repeated', async () => {
  const first = await sendSms();
  const second = await sendSms();
  expect(second).toEqual(first);
  expect(await jsonOf('/api/sms')).toMatchObject([
    { id: first.providerId, to: sms.to, text: sms.text, repeated: [expect.any(String)] },
  ]);
  const page = await textOf('/');
  expect(page).toContain('138****0001');
  expect(page).toContain('2018-07-17 10:30');
  expect(page).toContain('重复提交');
  expect(page).not.toContain(sms.to);
  expect(await textOf('/sms/1')).toContain(sms.text);
});

test('two attempts with the same key at the same moment are one SMS', async () => {
  const receipts = await Promise.all([sendSms(), sendSms(), sendSms()]);
  expect(new Set(receipts.map(({ providerId }) => providerId)).size).toBe(1);
  expect(await jsonOf('/api/sms')).toHaveLength(1);
});

test('the list can be narrowed to one recipient', async () => {
  await sendMail();
  await sendMail({ ...mail, key: 'b', to: { name: '小榄镇', address: 'l@xiaolan.example.org' } });
  await sendSms();
  expect(await jsonOf('/api/mails?to=XIAOLAN')).toMatchObject([{ seq: 2 }]);
  expect(await jsonOf('/api/sms?to=xiaolan')).toEqual([]);
  expect(await textOf('/?to=xiaolan')).not.toContain('guzhen');
});

test('after a restart the list is the same and numbers continue', async () => {
  await sendMail();
  const { providerId } = await sendSms();
  const before = await jsonOf('/api/mails');
  await sandbox.close();
  // A kill in the middle of writing leaves this behind.
  await writeFile(join(dir, 'mail', '000002.eml.part'), 'half');
  await open();
  expect(await jsonOf('/api/mails')).toEqual(before);
  expect(await sendSms()).toEqual({ providerId });
  await sendMail({ ...mail, key: 'b' });
  expect(await readdir(join(dir, 'mail'))).toEqual(['000001.eml', '000002.eml']);
});

test.each([
  ['refuse', { permanent: true, handedOver: 'no' }, 0],
  ['greylist', { permanent: false, handedOver: 'no' }, 0],
  ['hang', { permanent: false, handedOver: 'maybe' }, 0],
  ['drop-after-data', { permanent: false, handedOver: 'maybe' }, 1],
])('mail failure on order: %s', async (mode, verdict, kept) => {
  await failing({ match: 'guzhen', mode, times: 1 });
  await expect(sendMail(mail, mode === 'hang' ? 3_000 : undefined)).rejects.toMatchObject(verdict);
  expect(await jsonOf('/api/mails')).toHaveLength(kept);
  // Once was ordered: the next attempt goes through.
  await sendMail();
  expect(await jsonOf('/api/mails')).toHaveLength(kept + 1);
});

test.each([
  ['sms-refuse', { permanent: true, handedOver: 'no' }],
  ['sms-error', { permanent: false, handedOver: 'maybe' }],
  ['sms-hang', { permanent: false, handedOver: 'maybe' }],
])('SMS failure on order: %s', async (mode, verdict) => {
  await failing({ match: '1380000', mode });
  await expect(sendSms(sms, mode === 'sms-hang' ? 500 : undefined)).rejects.toMatchObject(verdict);
  expect(await jsonOf('/api/sms')).toEqual([]);
  await get('/fail', { method: 'DELETE' });
  await sendSms();
});

test('a failure that does not exist is refused with the list of those that do', async () => {
  const answer = await failing({ match: '', mode: 'explode' });
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain('drop-after-data');
});

test('people order failures by a form; a form of another site is refused', async () => {
  const body = new URLSearchParams({ match: 'guzhen', mode: 'refuse', times: '' });
  const foreign = { method: 'POST', body, headers: { origin: 'https://elsewhere.example' } };
  expect((await get('/fail', foreign)).status).toBe(403);
  const own = { method: 'POST', body, headers: { origin: sandbox.httpUrl } };
  expect((await get('/fail', own)).status).toBe(200);
  expect(await textOf('/fail')).toContain('查无此人');
});

test('a message that does not exist has a page that says so', async () => {
  expect((await get('/mail/99')).status).toBe(404);
  expect((await get('/sms/99')).status).toBe(404);
  expect(await jsonOf('/health')).toEqual({ ok: true });
});
