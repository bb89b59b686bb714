/** Alibaba Cloud Short Message Service, interface `dysmsapi` of 2017-05-25: SendSms and QuerySendDetails. */
import { reference, type SentSms, type SmsMessage } from '../../gateway.ts';
import { listAt, parsedJson, postOnce, textAt } from '../../http.ts';
import type { Approved } from '../approved-template.ts';
import { type Means, mainland, mustBeApproved, type SmsSender } from '../attempt.ts';
import { codeVerdict, httpVerdict, noCode } from '../failure.ts';
import { ALIBABA_CODES } from './codes.ts';
import { dayInChina, receiptOfDetail } from './receipts.ts';
import type { AlibabaSms } from './settings.ts';
import { acs3Request } from './sign.ts';

export function createAlibabaSms(settings: AlibabaSms, means: Means): SmsSender {
  return {
    async send(message, approved, signal) {
      const query = sending(message, settings, mustBeApproved(approved));
      const said = await call(settings, means, 'SendSms', query, signal);
      return { providerId: textAt(said, 'BizId') ?? '' };
    },
    async pollReceipts(sent, signal) {
      const said = await call(settings, means, 'QuerySendDetails', asking(sent), signal);
      const details = listAt(said, 'SmsSendDetailDTOs.SmsSendDetailDTO');
      return details.flatMap((detail) => receiptOfDetail(detail, sent.providerId));
    },
  };
}

function sending(
  message: SmsMessage,
  settings: AlibabaSms,
  { id, values }: Approved,
): Record<string, string> {
  return {
    PhoneNumbers: mainland(message.to),
    SignName: settings.signature,
    TemplateCode: id,
    ...(values.length === 0 ? {} : { TemplateParam: JSON.stringify(Object.fromEntries(values)) }),
    OutId: reference(message.key),
  };
}

const asking = ({ to, sentAt, providerId }: SentSms): Record<string, string> => ({
  PhoneNumber: mainland(to),
  BizId: providerId,
  SendDate: dayInChina(sentAt),
  PageSize: '10',
  CurrentPage: '1',
});

async function call(
  settings: AlibabaSms,
  { now, nonce, limitMs }: Means,
  action: string,
  query: Record<string, string>,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  const { endpoint } = settings;
  const request = acs3Request(
    { endpoint, action, version: '2017-05-25', query, now: now(), nonce: nonce() },
    settings,
  );
  const answer = await postOnce({
    ...request,
    says: 'sms',
    method: 'POST',
    body: '',
    limitMs,
    signal,
  });
  const said = parsedJson(answer.body);
  const code = textAt(said, 'Code');
  if (code === 'OK' && answer.status < 300) return said;
  // The OpenAPI gateway refuses with 4xx and a code, which says more than the status.
  throw code === undefined || code === 'OK'
    ? (httpVerdict(answer) ?? noCode())
    : codeVerdict(code, ALIBABA_CODES);
}
