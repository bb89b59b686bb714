/**
 * Signature version 3 of Alibaba Cloud, `ACS3-HMAC-SHA256` (help.aliyun.com/zh/sdk/product-overview/v3-request-structure-and-signature).
 * Checked byte for byte against the vendor's own package in test/gateways/sms/alibaba-sdk.test.ts.
 */
import { createHash, createHmac } from 'node:crypto';

export type Acs3Key = { readonly accessKeyId: string; readonly accessKeySecret: string };
export type Acs3Call = {
  readonly endpoint: string;
  readonly action: string;
  readonly version: string;
  readonly query: Readonly<Record<string, string>>;
  /** Host's clock, milliseconds. */
  readonly now: number;
  readonly nonce: string;
};

/** A POST without a body: the parameters are in the address, as the vendor's package puts them. */
export function acs3Request(call: Acs3Call, key: Acs3Key) {
  const query = canonicalQuery(call.query);
  const headers = {
    host: new URL(call.endpoint).host,
    accept: 'application/json',
    'x-acs-action': call.action,
    'x-acs-version': call.version,
    'x-acs-date': new Date(call.now).toISOString().replace(/\.\d+/, ''),
    'x-acs-signature-nonce': call.nonce,
    'x-acs-content-sha256': sha256(''),
  };
  return {
    url: new URL(`/?${query}`, call.endpoint).href,
    headers: { ...headers, Authorization: acs3Authorization(query, headers, key) },
  };
}

/** @param headers all of the request; of them the host, the type and those that begin with `x-acs-` are signed */
export function acs3Authorization(
  query: string,
  headers: Readonly<Record<string, string>>,
  { accessKeyId, accessKeySecret }: Acs3Key,
): string {
  const signed = Object.entries(headers)
    .map(([name, value]) => [name.toLowerCase(), value.trim()] as const)
    .filter(([name]) => name.startsWith('x-acs-') || name === 'host' || name === 'content-type')
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  const names = signed.map(([name]) => name).join(';');
  const lines = signed.map(([name, value]) => `${name}:${value}\n`).join('');
  const canonical = ['POST', '/', query, lines, names, headers['x-acs-content-sha256']].join('\n');
  const signature = createHmac('sha256', accessKeySecret)
    .update(`${ALGORITHM}\n${sha256(canonical)}`)
    .digest('hex');
  return `${ALGORITHM} Credential=${accessKeyId},SignedHeaders=${names},Signature=${signature}`;
}

const ALGORITHM = 'ACS3-HMAC-SHA256';

const canonicalQuery = (query: Readonly<Record<string, string>>): string =>
  Object.entries(query)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${encoded(value)}`)
    .join('&');

/** RFC 3986, which escapes a few characters more than `encodeURIComponent`. */
const encoded = (value: string): string =>
  encodeURIComponent(value).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
