/**
 * The envelope sender of one message. A bounce is sent to this address, which names the message; its signature proves
 * that we sent the message, so nobody can forge a bounce of a message they did not get.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { Problem } from '../../domain/problem.ts';
import { reference } from '../gateway.ts';

export type BounceMailbox = {
  /** `bounce@example.gov.cn`; the mail server passes on mail for `bounce+…@example.gov.cn`. */
  readonly address: string;
  readonly secret: string;
};

/** Hexadecimal, because servers may change the case of a local part. */
const REFERENCE_DIGITS = 24;
const MAC_DIGITS = 16;
/** RFC 5321 4.5.3.1.1 allows 64 octets before the @. */
const LONGEST_NAME = 64 - REFERENCE_DIGITS - MAC_DIGITS - 2;
const SHORTEST_SECRET = 16;

/** The beginning of a message's reference, as its bounces carry it. */
export const bounceReference = (key: string): string => reference(key).slice(0, REFERENCE_DIGITS);

/** `bounce+<reference>.<mac>@domain` */
export function bounceAddress(key: string, mailbox: BounceMailbox): string {
  const { name, domain } = partsOf(mailbox.address);
  const about = bounceReference(key);
  return `${name}+${about}.${macOf(about, mailbox.secret)}@${domain}`;
}

/** The beginning of the reference in a bounce's recipient; null when we did not sign the address. */
export function referenceIn(address: string, mailbox: BounceMailbox): string | null {
  const { name, domain } = partsOf(mailbox.address);
  const [, prefix, about = '', mac = '', at] = SHAPE.exec(address.toLowerCase()) ?? [];
  if (prefix !== name.toLowerCase() || at !== domain.toLowerCase()) return null;
  const own = macOf(about, mailbox.secret);
  return timingSafeEqual(Buffer.from(own), Buffer.from(mac)) ? about : null;
}

/** Every address of this shape in a text; signatures are not checked. */
export const bounceAddressesIn = (text: string): string[] =>
  [...text.matchAll(/[\w.-]+\+[0-9a-f]{24}\.[0-9a-f]{16}@[\w.-]+\w/gi)].map(([found]) => found);

/**
 * Reads BOUNCE_ADDRESS and BOUNCE_SECRET; null when neither is set.
 * @throws Problem `invalid`
 */
export function readBounceMailbox(
  address: string | undefined,
  secret: string | undefined,
): BounceMailbox | null {
  if (!address && !secret) return null;
  if (!address || !secret) {
    throw new Problem(
      'invalid',
      'BOUNCE_ADDRESS、BOUNCE_SECRET：收取退信要这两项都设置，不收取的请全部去掉。',
    );
  }
  if (secret.length < SHORTEST_SECRET) {
    throw new Problem(
      'invalid',
      `BOUNCE_SECRET：太短，至少 ${SHORTEST_SECRET} 个字符；可用 openssl rand -hex 24 生成。`,
    );
  }
  const { name } = partsOf(address);
  if (name.length > LONGEST_NAME || !/^[\w.-]+$/.test(name)) {
    throw new Problem(
      'invalid',
      `BOUNCE_ADDRESS：“${name}”不能用作退信邮箱名；应是不超过 ${LONGEST_NAME} 个字母、数字、点、横线，如 bounce@example.gov.cn。`,
    );
  }
  return { address, secret };
}

const SHAPE = /^([^+@]+)\+([0-9a-f]{24})\.([0-9a-f]{16})@(.+)$/;

const macOf = (about: string, secret: string): string =>
  createHmac('sha256', secret).update(`bounce ${about}`).digest('hex').slice(0, MAC_DIGITS);

function partsOf(address: string): { readonly name: string; readonly domain: string } {
  const at = address.lastIndexOf('@');
  return { name: address.slice(0, at), domain: address.slice(at + 1) };
}
