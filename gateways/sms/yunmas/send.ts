/**
 * 云MAS, the SMS platform of China Mobile that many offices have: `norsubmit` for free text, `tmpsubmit` for approved
 * templates. The platform adds the signature, and pushes receipts but cannot be asked for them.
 */
import type { SmsMessage } from '../../gateway.ts';
import { type HttpAnswer, parsedJson, postOnce, textAt } from '../../http.ts';
import { type Approved, signatureAndBody } from '../approved-template.ts';
import { type Means, mainland, type SmsSender } from '../attempt.ts';
import { codeVerdict, httpVerdict, noCode } from '../failure.ts';
import { YUNMAS_CODES } from './codes.ts';
import type { YunMasSms } from './settings.ts';
import { freeTextBody, templateBody } from './sign.ts';

export function createYunMasSms(
  settings: YunMasSms,
  { limitMs }: Pick<Means, 'limitMs'>,
): SmsSender {
  return {
    async send(message, approved, signal) {
      const { path, body } = requestFor(message, settings, approved);
      const answer = await postOnce({
        says: 'sms',
        url: new URL(path, settings.endpoint).href,
        method: 'POST',
        headers: { 'Content-Type': 'application/json; charset=utf-8' },
        body,
        limitMs,
        signal,
      });
      return handedOver(answer);
    },
  };
}

function requestFor(message: SmsMessage, settings: YunMasSms, approved: Approved | null) {
  const mobile = mainland(message.to);
  if (approved === null) {
    const body = freeTextBody(settings, mobile, signatureAndBody(message.text).body);
    return { path: settings.submitPath, body };
  }
  const values = approved.values.map(([, value]) => value);
  return { path: '/sms/tmpsubmit', body: templateBody(settings, mobile, approved.id, values) };
}

function handedOver(answer: HttpAnswer) {
  const refused = httpVerdict(answer);
  if (refused) throw refused;
  const said = parsedJson(answer.body);
  const code = textAt(said, 'rspcod');
  if (code === undefined) throw noCode();
  if (code !== 'success') throw codeVerdict(code, YUNMAS_CODES);
  return { providerId: textAt(said, 'msgGroup') ?? '' };
}
