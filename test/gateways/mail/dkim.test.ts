import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { GatewayError, MailGateway } from '../../../gateways/gateway.ts';
import { createMailGateway } from '../../../gateways/mail/send.ts';
import { checkDkim } from '../../support/dkim.ts';
import { startScriptedMailServer } from '../../support/servers/mail-server.ts';
import { createMailbox, type Mailbox } from '../../support/servers/mailbox.ts';

const SENDER = { name: '中山市金融工作局', address: 'cuibao@finance.example.org' };
const QUICK = { connect: 2_000, greeting: 2_000, silence: 2_000, total: 600 };
const message = {
  key: 'email#liaison@guzhen.example.org#reminder#1531357200000',
  to: { name: '古镇镇（张三）', address: 'liaison@guzhen.example.org' },
  subject: '提醒：请于 7 月 15 日前报送《普惠金融工作》2018 年上半年进展情况（第 52、53 项）',
  text: '请于 7 月 15 日前报送。\n.\n  行首空格，行末空格  \n\n\n',
  attachments: [
    { filename: '报送表.docx', contentType: 'application/octet-stream', content: Buffer.alloc(90) },
  ],
  threads: ['zhongshan/2018H1/guzhen'],
};
const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'der' },
});
const dkim = { domain: 'finance.example.org', selector: 'cuibao2026', privateKey };
const dns = (name: string) =>
  name === 'cuibao2026._domainkey.finance.example.org'
    ? `v=DKIM1; k=rsa; p=${publicKey.toString('base64')}`
    : undefined;

let mailbox: Mailbox;
let gateway: MailGateway;
beforeEach(async () => {
  mailbox = createMailbox();
  gateway = createMailGateway({ url: await mailbox.start(), dkim }, SENDER);
});
afterEach(async () => {
  await gateway.close();
  await mailbox.close();
});

const rawMail = async () => {
  await gateway.send(message);
  return Buffer.from(mailbox.all()[0]?.raw ?? '', 'latin1');
};

test('a receiver finds the signature genuine, over all headers that people see', async () => {
  const tags = checkDkim(await rawMail(), dns);
  expect(tags).toMatchObject({ d: 'finance.example.org', s: 'cuibao2026' });
  const signed = typeof tags === 'string' ? [] : (tags['h'] ?? '').split(':');
  const seen = 'from to subject date message-id reply-to references in-reply-to mime-version';
  expect(signed).toEqual(expect.arrayContaining([...seen.split(' '), 'content-type']));
});

test.each([
  ['subject', 'Subject: ', 'Subject: =?UTF-8?Q?x?= ', 'the headers were changed'],
  ['sender', 'cuibao@finance', 'someone@finance', 'the headers were changed'],
  ['body', '\r\n\r\n--', '\r\n\r\nx\r\n--', 'the body was changed'],
])('a changed %s shows', async (_, from, to, says) => {
  const raw = (await rawMail()).toString('latin1');
  expect(raw).toContain(from);
  expect(checkDkim(Buffer.from(raw.replace(from, to), 'latin1'), dns)).toBe(says);
});

test('another key does not vouch for it', async () => {
  const other = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).publicKey.toString('base64');
  expect(checkDkim(await rawMail(), () => `p=${other}`)).toBe('the headers were changed');
});

test.each([
  ['before it had begun to go out', 'DATA', 'no'],
  ['when it was out', 'end of data', 'maybe'],
] as const)('signing does not blur that the server fell silent %s', async (_, at, handedOver) => {
  const silent = await startScriptedMailServer({ [at]: null });
  const signing = createMailGateway({ url: silent.url, dkim }, SENDER, QUICK);
  const failure = await signing.send(message).catch((error: GatewayError) => error);
  expect(failure).toMatchObject({ handedOver });
  await signing.close();
  await silent.close();
});
