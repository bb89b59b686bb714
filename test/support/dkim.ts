/** A receiver's side of DKIM, written from RFC 6376: relaxed canonicalization of both parts, rsa-sha256. */
import { createHash, createPublicKey, verify } from 'node:crypto';

export type Dns = (name: string) => string | undefined;

/** The signature's tags when the mail is as it was signed; otherwise what is wrong with it. */
export function checkDkim(raw: Buffer, dns: Dns): Record<string, string> | string {
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

/** 5.4.2: of several the last, and one that is not there counts as empty. */
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
