import { GatewayError, reference, type SmsMessage } from '../../gateway.ts';
import { type HttpAnswer, parsedJson, postOnce, textAt } from '../../http.ts';
import type { Means, SmsSender } from '../attempt.ts';
import { codeWord, httpVerdict, noCode } from '../failure.ts';
import type { HttpSms } from './settings.ts';

/**
 * Sends SMS through a provider's HTTP interface as the settings describe it. The reference of the message's key is sent
 * along (`{key}` and `Idempotency-Key`), so that the provider can drop a repetition.
 */
export function createHttpSms(settings: HttpSms, { limitMs }: Pick<Means, 'limitMs'>): SmsSender {
  return {
    async send(message, _approved, signal) {
      const answer = await postOnce({ ...requestFor(settings, message), limitMs, signal });
      return handedOver(answer, settings);
    },
  };
}

const requestFor = (settings: HttpSms, message: SmsMessage) => ({
  says: 'sms' as const,
  url: settings.url,
  method: settings.method,
  headers: {
    'Content-Type': 'application/json; charset=utf-8',
    'Idempotency-Key': reference(message.key),
    ...settings.headers,
  },
  body: filled(settings.body, message),
});

/** Replaces inside the strings of the parsed JSON, so that a text cannot break out of its string. */
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

function handedOver(answer: HttpAnswer, settings: HttpSms) {
  const refused = httpVerdict(answer);
  if (refused) throw refused;
  const said = parsedJson(answer.body);
  const verdict = settings.answer && ruleVerdict(said, settings.answer);
  if (verdict) throw verdict;
  return { providerId: textAt(said, settings.idPath ?? '') ?? '' };
}

/** Judges the provider's code in the answer by the settings' rule; undefined for success. */
function ruleVerdict(
  answer: unknown,
  rule: NonNullable<HttpSms['answer']>,
): GatewayError | undefined {
  const code = textAt(answer, rule.codePath);
  if (code === undefined) return noCode();
  if (rule.success.includes(code)) return undefined;
  const says = `sms: answer ${codeWord(code)}`;
  if (rule.passing.includes(code)) return new GatewayError(says);
  const misconfigured = rule.misconfigured.includes(code);
  return new GatewayError(says, { misconfigured, permanent: !misconfigured });
}
