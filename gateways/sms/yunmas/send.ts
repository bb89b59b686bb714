/**
 * 云MAS, the SMS platform of China Mobile that many offices have: `norsubmit` for free text, `tmpsubmit` for approved
 * templates. It puts the signature on by itself, and tells what became of a message only by pushing it.
 */
import type { SmsGateway, SmsMessage } from '../../gateway.ts';
import { type HttpAnswer, parsedJson, postOnce, textAt } from '../../http.ts';
import { type Means, mainland, OWN_MEANS, refuseOddNumber, stopAfter } from '../attempt.ts';
import { codeVerdict, httpVerdict, noCode } from '../failure.ts';
import { approvedFor, withoutSignature } from '../fits-provider.ts';
import { YUNMAS_CODES } from './codes.ts';
import type { YunMasSms } from './settings.ts';
import { freeTextBody, templateBody } from './sign.ts';

export function createYunMasSms(
  settings: YunMasSms,
  { limitMs }: Pick<Means, 'limitMs'> = OWN_MEANS,
): SmsGateway {
  return {
    async send(message, signal) {
      refuseOddNumber(message.to);
      const { path, body } = submission(message, settings);
      const answer = await postOnce({
        says: 'sms',
        url: new URL(path, settings.endpoint).href,
        method: 'POST',
        headers: { 'Content-Type': 'application/json; charset=utf-8' },
        body,
        signal: stopAfter(limitMs, signal),
      });
      return handedOver(answer);
    },
  };
}

function submission(message: SmsMessage, settings: YunMasSms) {
  const approved = approvedFor(message, settings);
  const mobile = mainland(message.to);
  if (approved === null) {
    const body = freeTextBody(settings, mobile, withoutSignature(message.text));
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
