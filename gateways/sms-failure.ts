import { GatewayError } from './gateway.ts';
import type { HttpAnswer } from './http-once.ts';
import type { SmsSettings } from './sms-settings.ts';

/** What an HTTP status means for the SMS; nothing for 2xx. */
export function httpVerdict({ status, retryAfterMs }: HttpAnswer): GatewayError | undefined {
  if (status >= 200 && status < 300) return undefined;
  const says = `sms: HTTP ${status}`;
  // The provider may have taken the message before it stumbled, and a second SMS costs money and trust.
  if (status >= 500) return new GatewayError(says, { handedOver: 'maybe', retryAfterMs });
  if (status === 408 || status === 429) return new GatewayError(says, { retryAfterMs });
  // Key, address or method are wrong, or the interface has moved: nothing about this message.
  const ours = status < 400 || [401, 403, 404, 405].includes(status);
  return new GatewayError(says, { misconfigured: ours, permanent: !ours });
}

/** What the provider's own code in the answer means; nothing for success. */
export function ruleVerdict(
  answer: unknown,
  rule: NonNullable<SmsSettings['answer']>,
): GatewayError | undefined {
  const code = textAt(answer, rule.codePath);
  // 2xx without the promised code: accepted or not, nobody knows.
  if (code === undefined)
    return new GatewayError('sms: no code in answer', { handedOver: 'maybe' });
  if (rule.success.includes(code)) return undefined;
  const says = `sms: answer ${codeWord(code)}`;
  if (rule.passing.includes(code)) return new GatewayError(says);
  const misconfigured = rule.misconfigured.includes(code);
  return new GatewayError(says, { misconfigured, permanent: !misconfigured });
}

/** The text, number or truth value at a dotted path, e.g. `data.code`; undefined where there is none. */
export function textAt(value: unknown, path: string): string | undefined {
  const found = path.split('.').reduce<unknown>((at, name) => {
    const isThere = typeof at === 'object' && at !== null && Object.hasOwn(at, name);
    return isThere ? (at as Record<string, unknown>)[name] : undefined;
  }, value);
  return ['string', 'number', 'boolean'].includes(typeof found) ? `${found as string}` : undefined;
}

/** A code only when it looks like one; anything else could be a sentence that repeats the number. */
const codeWord = (code: string): string =>
  /^(?!\+?\d{7,})[\w.:-]{1,60}$/.test(code) ? code : 'other than success';
