import type { SmsGateway, SmsMessage } from './gateway.ts';
import { GatewayError } from './gateway.ts';
import { type HttpAnswer, postOnce } from './http-once.ts';
import { reference } from './reference.ts';
import { httpVerdict, ruleVerdict, textAt } from './sms-failure.ts';
import type { SmsSettings } from './sms-settings.ts';

const LIMIT_MS = 10_000;

/**
 * Sends SMS through a provider's HTTP interface as the settings describe it. One attempt per call, 10 s at most. The
 * reference of the message's key goes along (`{key}` and `Idempotency-Key`), so that a provider can drop a repetition.
 */
export function createSmsGateway(settings: SmsSettings, limitMs = LIMIT_MS): SmsGateway {
  return {
    async send(message, signal) {
      refuseOddNumber(message);
      const stop = AbortSignal.any([AbortSignal.timeout(limitMs), ...(signal ? [signal] : [])]);
      const answer = await postOnce({ ...requestFor(settings, message), signal: stop });
      return receiptFrom(answer, settings);
    },
  };
}

const requestFor = (settings: SmsSettings, message: SmsMessage) => ({
  url: settings.url,
  method: settings.method,
  headers: {
    'Content-Type': 'application/json; charset=utf-8',
    'Idempotency-Key': reference(message.key),
    ...settings.headers,
  },
  body: filled(settings.body, message),
});

/** Replaces inside the strings of the parsed JSON, so that no text can break out of its string. */
function filled(template: string, { to, text, key, date }: SmsMessage): string {
  const values: Record<string, string> = {
    to,
    text,
    key: reference(key),
    date: date?.toISOString() ?? '',
  };
  return JSON.stringify(JSON.parse(template), (_, leaf: unknown) =>
    typeof leaf === 'string'
      ? leaf.replace(/\{(to|text|key|date)\}/g, (hole, name: string) => values[name] ?? hole)
      : leaf,
  );
}

function receiptFrom(answer: HttpAnswer, settings: SmsSettings) {
  const refused = httpVerdict(answer);
  if (refused) throw refused;
  const said = parsed(answer.body);
  const verdict = settings.answer && ruleVerdict(said, settings.answer);
  if (verdict) throw verdict;
  return { providerId: textAt(said, settings.idPath ?? '') ?? '' };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function refuseOddNumber({ to }: SmsMessage): void {
  if (/^\+?\d{5,15}$/.test(to)) return;
  throw new GatewayError('sms: not a mobile number', { permanent: true });
}
