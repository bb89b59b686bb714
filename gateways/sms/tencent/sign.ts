/**
 * Signature version 3 of Tencent Cloud, `TC3-HMAC-SHA256` (cloud.tencent.com/document/api/382/52071). Checked byte for byte
 * against the vendor's own package in test/gateways/sms/tencent-sdk.test.ts.
 */
import { createHash, createHmac } from 'node:crypto';

export type Tc3Key = { readonly secretId: string; readonly secretKey: string };
export type Tc3Call = {
  readonly endpoint: string;
  readonly action: string;
  readonly version: string;
  readonly region: string;
  readonly body: string;
  /** Host's clock, milliseconds. */
  readonly now: number;
};

const SERVICE = 'sms';
const TYPE = 'application/json';

export function tc3Request(call: Tc3Call, key: Tc3Key) {
  const seconds = Math.floor(call.now / 1000);
  return {
    url: new URL('/', call.endpoint).href,
    body: call.body,
    headers: {
      'Content-Type': TYPE,
      'X-TC-Action': call.action,
      'X-TC-Version': call.version,
      'X-TC-Region': call.region,
      'X-TC-Timestamp': String(seconds),
      Authorization: authorization(new URL(call.endpoint).hostname, call.body, seconds, key),
    },
  };
}

function authorization(
  host: string,
  body: string,
  seconds: number,
  { secretId, secretKey }: Tc3Key,
): string {
  const day = new Date(seconds * 1000).toISOString().slice(0, 10);
  const scope = `${day}/${SERVICE}/tc3_request`;
  const lines = `content-type:${TYPE}\nhost:${host}\n`;
  const canonical = ['POST', '/', '', lines, SIGNED, sha256(body)].join('\n');
  const toSign = ['TC3-HMAC-SHA256', seconds, scope, sha256(canonical)].join('\n');
  const ofDay = hmac(`TC3${secretKey}`, day);
  const signature = hmac(hmac(hmac(ofDay, SERVICE), 'tc3_request'), toSign).toString('hex');
  return `TC3-HMAC-SHA256 Credential=${secretId}/${scope}, SignedHeaders=${SIGNED}, Signature=${signature}`;
}

const SIGNED = 'content-type;host';

const hmac = (key: string | Buffer, text: string): Buffer =>
  createHmac('sha256', key).update(text).digest();
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
