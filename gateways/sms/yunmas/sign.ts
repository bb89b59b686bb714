/**
 * Bodies of the 云MAS HTTP interface (China Mobile): JSON in Base64, with the MD5 of the fields and the secret joined
 * without a separator, in lower-case hexadecimal. The secret itself is not sent.
 */
import { createHash } from 'node:crypto';

export type YunMasKey = {
  readonly ecName: string;
  readonly apId: string;
  readonly secretKey: string;
  readonly sign: string;
  readonly addSerial: string;
};

/** Free text, for `norsubmit`. */
export function freeTextBody(key: YunMasKey, mobiles: string, content: string): string {
  const { ecName, apId, secretKey, sign, addSerial } = key;
  const mac = md5([ecName, apId, secretKey, mobiles, content, sign, addSerial]);
  return packed({ ecName, apId, mobiles, content, sign, addSerial, mac });
}

/** An approved template, for `tmpsubmit`; without variables the list holds one empty text. */
export function templateBody(
  key: YunMasKey,
  mobiles: string,
  templateId: string,
  values: readonly string[],
): string {
  const { ecName, apId, secretKey, sign, addSerial } = key;
  const params = JSON.stringify(values.length === 0 ? [''] : values);
  const mac = md5([ecName, apId, secretKey, templateId, mobiles, params, sign, addSerial]);
  return packed({ ecName, apId, templateId, mobiles, params, sign, addSerial, mac });
}

const md5 = (fields: readonly string[]): string =>
  createHash('md5').update(fields.join('')).digest('hex');

const packed = (content: Readonly<Record<string, string>>): string =>
  Buffer.from(JSON.stringify(content)).toString('base64');
