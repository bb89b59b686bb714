import { createHash, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { GatewayError, MailGateway } from '../../../gateways/gateway.ts';
import { createMailGateway } from '../../../gateways/mail/send.ts';
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

test('a receiver verifies the signature over all headers that people see', async () => {
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
])('a changed %s breaks the signature', async (_, from, to, says) => {
  const raw = (await rawMail()).toString('latin1');
  expect(raw).toContain(from);
  expect(checkDkim(Buffer.from(raw.replace(from, to), 'latin1'), dns)).toBe(says);
});

test('another key does not verify it', async () => {
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

/** DKIM verification, written from RFC 6376: relaxed canonicalization of both parts, rsa-sha256. */
type Dns = (name: string) => string | undefined;

/** The signature's tags when the mail is unchanged; otherwise what is wrong. */
function checkDkim(raw: Buffer, dns: Dns): Record<string, string> | string {
  const text = raw.toString('latin1');
  const end = text.indexOf('\r\n\r\n');
  const headers = text.slice(0, end).split(/\r\n(?![ \t])/);
  const signature = headers.find((line) => /^dkim-signature:/i.test(line));
  if (!signature) return 'not signed';
  const tags = tagsOf(signature.slice(signature.indexOf(':') + 1));
  const { a, c, d = '', s = '', h = '', bh, b = '' } = tags;
  if (a !== 'rsa-sha256' || c !== 'relaxed/relaxed') return `unexpected algorithm ${a} ${c}`;
  if (bodyHash(text.slice(end + 4)) !== bh) return 'the body was changed';
  const signed = h.split(':').map((name) => takeLast(headers, name.trim()));
  const own = relaxed(signature.replace(/(\bb=)[^;]*$/, '$1'));
  const data = [...signed, own].filter((line) => line !== '').join('\r\n');
  const record = tagsOf(dns(`${s}._domainkey.${d}`) ?? '');
  if (!record['p']) return 'no public key';
  const der = Buffer.from(record['p'], 'base64');
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  const isGenuine = verify('sha256', Buffer.from(data, 'latin1'), key, Buffer.from(b, 'base64'));
  return isGenuine ? tags : 'the headers were changed';
}

/** 3.4.4: runs of blanks are one, none at the end of a line, no empty lines at the end. */
function bodyHash(body: string): string {
  const lines = body.split('\r\n').map((line) => line.replace(/[ \t]+/g, ' ').replace(/ $/, ''));
  while (lines.at(-1) === '') lines.pop();
  const whole = lines.length === 0 ? '' : `${lines.join('\r\n')}\r\n`;
  return createHash('sha256').update(whole, 'latin1').digest('base64');
}

/** 3.4.2 */
function relaxed(header: string): string {
  const colon = header.indexOf(':');
  const value = header.slice(colon + 1).replace(/\r\n/g, '');
  return `${header.slice(0, colon).trim().toLowerCase()}:${value.replace(/[ \t]+/g, ' ').trim()}`;
}

/** 5.4.2: of several headers the last; a missing header counts as empty. */
function takeLast(headers: string[], name: string): string {
  const prefix = `${name.toLowerCase()}:`;
  const at = headers.findLastIndex((line) => line.toLowerCase().startsWith(prefix));
  return at < 0 ? '' : relaxed(headers.splice(at, 1)[0] ?? '');
}

const tagsOf = (list: string): Record<string, string> =>
  Object.fromEntries(
    list.split(';').flatMap((tag) => {
      const at = tag.indexOf('=');
      const value = tag.slice(at + 1).replace(/\s+/g, '');
      return at < 0 ? [] : [[tag.slice(0, at).trim(), value]];
    }),
  );
