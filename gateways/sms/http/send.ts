import { GatewayError, reference, type SmsGateway, type SmsMessage } from '../../gateway.ts';
import { type HttpAnswer, parsedJson, postOnce, textAt } from '../../http.ts';
import { type Means, OWN_MEANS, refuseOddNumber, stopAfter } from '../attempt.ts';
import { codeWord, httpVerdict, noCode } from '../failure.ts';
import type { HttpSms } from './settings.ts';

/**
 * Sends SMS through a provider's HTTP interface as the settings describe it. One attempt per call. The reference of the
 * message's key goes along (`{key}` and `Idempotency-Key`), so that a provider can drop a repetition.
 */
export function createHttpSms(
  settings: HttpSms,
  { limitMs }: Pick<Means, 'limitMs'> = OWN_MEANS,
): SmsGateway {
  return {
    async send(message, signal) {
      refuseOddNumber(message.to);
      const stop = stopAfter(limitMs, signal);
      const answer = await postOnce({ ...requestFor(settings, message), signal: stop });
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

function handedOver(answer: HttpAnswer, settings: HttpSms) {
  const refused = httpVerdict(answer);
  if (refused) throw refused;
  const said = parsedJson(answer.body);
  const verdict = settings.answer && ruleVerdict(said, settings.answer);
  if (verdict) throw verdict;
  return { providerId: textAt(said, settings.idPath ?? '') ?? '' };
}

/** What the provider's own code in the answer means by the settings' rule; nothing for success. */
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
