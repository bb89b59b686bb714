import { GatewayError } from '../gateway.ts';
import { type HttpAnswer, isCode } from '../http.ts';

/** What an HTTP status means for the SMS; undefined for 2xx. */
export function httpVerdict({ status, retryAfterMs }: HttpAnswer): GatewayError | undefined {
  if (status >= 200 && status < 300) return undefined;
  const says = `sms: HTTP ${status}`;
  // The provider may have taken the message before it failed, and sending an SMS twice costs money and trust.
  if (status >= 500) return new GatewayError(says, { handedOver: 'maybe', retryAfterMs });
  if (status === 408 || status === 429) return new GatewayError(says, { retryAfterMs });
  // Wrong key, address or method, or the interface has moved: not about this message.
  const ours = status < 400 || [401, 403, 404, 405].includes(status);
  return new GatewayError(says, { misconfigured: ours, permanent: !ours });
}

/**
 * A provider's documented error codes by their meaning. `permanent`: this number or text is refused. `passing`: too many
 * at once. `misconfigured`: balance, signature, template, key; an administrator must act. `unknown`: the provider does
 * not know whether the message was sent. A name that ends in `.*` stands for all codes that begin with it.
 */
export type CodeTable = Readonly<
  Record<'permanent' | 'passing' | 'misconfigured' | 'unknown', readonly string[]>
>;

/** A code in no table counts as unknown, so that the SMS is not sent twice. */
export function codeVerdict(code: string, table: CodeTable): GatewayError {
  const says = `sms: answer ${codeWord(code)}`;
  const isCovered = (names: readonly string[]) => names.some((name) => covers(name, code));
  // An exact name counts before a group that covers it.
  const exact = (names: readonly string[]) => names.includes(code);
  for (const holds of [exact, isCovered]) {
    if (holds(table.unknown)) return new GatewayError(says, { handedOver: 'maybe' });
    if (holds(table.permanent)) return new GatewayError(says, { permanent: true });
    if (holds(table.misconfigured)) return new GatewayError(says, { misconfigured: true });
    if (holds(table.passing)) return new GatewayError(says);
  }
  return new GatewayError(says, { handedOver: 'maybe' });
}

/** 2xx without the documented code: the SMS may have been accepted. */
export const noCode = (): GatewayError =>
  new GatewayError('sms: no code in answer', { handedOver: 'maybe' });

const covers = (name: string, code: string): boolean =>
  name.endsWith('.*') && (code === name.slice(0, -2) || code.startsWith(name.slice(0, -1)));

export const codeWord = (code: string): string => (isCode(code) ? code : 'other than success');
