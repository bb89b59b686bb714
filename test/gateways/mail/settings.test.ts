import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type MailServerSettings,
  readMailServer,
  tlsModeOf,
} from '../../../gateways/mail/settings.ts';
import { makeAuthority } from './certificate.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'cuibao-keys-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: string): string => {
  writeFileSync(path.join(folder, name), content);
  return path.join(folder, name);
};
const pem = { type: 'pkcs8', format: 'pem' } as const;
const spki = { type: 'spki', format: 'pem' } as const;
const rsa = (modulusLength: number) =>
  generateKeyPairSync('rsa', { modulusLength, privateKeyEncoding: pem, publicKeyEncoding: spki });

let ca: string;
let key: string;
beforeAll(async () => {
  ca = file('ca.pem', (await makeAuthority()).cert);
  key = file('dkim.pem', rsa(2048).privateKey);
});

const settings = (other: Partial<MailServerSettings> = {}): MailServerSettings => ({
  url: 'smtp://mail.example.gov.cn:25',
  from: 'cuibao@finance.example.gov.cn',
  tls: undefined,
  caFile: undefined,
  connections: 5,
  perSecond: undefined,
  dkimDomain: undefined,
  dkimSelector: undefined,
  dkimKeyFile: undefined,
  ...other,
});
const dkim = (other: Partial<MailServerSettings> = {}) =>
  settings({ dkimDomain: 'example.gov.cn', dkimSelector: 's1', dkimKeyFile: key, ...other });
const problemOf = (wrong: MailServerSettings): string => {
  try {
    readMailServer(wrong);
  } catch (error) {
    return (error as Error).message;
  }
  return expect.unreachable('the settings should have been refused');
};

test('authority and key are read, also for a parent of the sender’s domain', () => {
  const read = readMailServer(dkim({ caFile: ca, tls: 'starttls' }));
  expect(read).toMatchObject({ tls: 'starttls', dkim: { domain: 'example.gov.cn' } });
  expect(read.ca).toContain('BEGIN CERTIFICATE');
});

test.each([
  [
    'a missing key',
    () => dkim({ dkimKeyFile: '/nowhere/dkim.pem' }),
    /DKIM_KEY_FILE：\/nowhere\/dkim.pem 没有这个文件/,
  ],
  ['a certificate for a key', () => dkim({ dkimKeyFile: ca }), /DKIM_KEY_FILE：.* 不是私钥/],
  [
    'the public half',
    () => dkim({ dkimKeyFile: file('pub.pem', rsa(1024).publicKey) }),
    /DKIM_KEY_FILE：.* 不是私钥/,
  ],
  [
    'a short key',
    () => dkim({ dkimKeyFile: file('short.pem', rsa(768).privateKey) }),
    /只有 768 位/,
  ],
  [
    'a key of another kind',
    () => {
      const { privateKey } = generateKeyPairSync('ed25519', {
        privateKeyEncoding: pem,
        publicKeyEncoding: spki,
      });
      return dkim({ dkimKeyFile: file('ed.pem', privateKey) });
    },
    /不是 RSA 私钥/,
  ],
  ['half of a signature', () => settings({ dkimDomain: 'example.gov.cn' }), /这三项都设置/],
  [
    'a foreign domain',
    () => dkim({ dkimDomain: 'else.example' }),
    /DKIM_DOMAIN：“else.example”不是/,
  ],
  ['a domain that only ends alike', () => dkim({ dkimDomain: 'ple.gov.cn' }), /DKIM_DOMAIN/],
  [
    'a missing authority',
    () => settings({ caFile: '/nowhere/ca.pem' }),
    /SMTP_CA_FILE：.*没有这个文件/,
  ],
  [
    'a key for an authority',
    () => settings({ caFile: key }),
    /SMTP_CA_FILE：.* 不是 PEM 格式的证书/,
  ],
  ['implicit without smtps', () => settings({ tls: 'implicit' }), /SMTP_TLS：implicit 与 smtps/],
  [
    'starttls with smtps',
    () => settings({ tls: 'starttls', url: 'smtps://x.example' }),
    /SMTP_TLS：implicit 与 smtps/,
  ],
  ['no encryption across the network', () => settings({ tls: 'none' }), /SMTP_TLS：none/],
  [
    'a password that may go out readably',
    () => settings({ tls: 'opportunistic', url: 'smtp://me:secret@x.example' }),
    /SMTP_TLS：地址里有密码(?!.*secret)/s,
  ],
])('%s is named at the start', (_, wrong, says) => {
  expect(problemOf(wrong())).toMatch(says);
});

test('several are named at once', () => {
  const wrong = dkim({ tls: 'none', caFile: '/nowhere', dkimKeyFile: '/nowhere' });
  expect(problemOf(wrong).match(/^ {2}[A-Z_]+：/gm)).toHaveLength(3);
});

test.each([
  ['smtps://x.example', 'implicit'],
  ['smtp://x.example', 'opportunistic'],
  ['smtp://me:p@x.example', 'starttls'],
  ['smtp://me:p@127.0.0.1', 'opportunistic'],
])('%s alone means %s', (url, mode) => {
  expect(tlsModeOf({ url })).toBe(mode);
});

test('a setting counts before the URL', () => {
  expect(tlsModeOf({ url: 'smtp://x.example', tls: 'starttls' })).toBe('starttls');
});
