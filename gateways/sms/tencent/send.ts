/** Tencent Cloud SMS, interface of 2021-01-11: SendSms and PullSmsSendStatusByPhoneNumber. */
import { reference, type SentSms, type SmsMessage } from '../../gateway.ts';
import { listAt, parsedJson, postOnce, textAt } from '../../http.ts';
import type { Approved } from '../approved-template.ts';
import { international, type Means, mustBeApproved, type SmsSender } from '../attempt.ts';
import { codeVerdict, httpVerdict, noCode } from '../failure.ts';
import { TENCENT_CODES } from './codes.ts';
import { receiptOfPulled } from './receipts.ts';
import type { TencentSms } from './settings.ts';
import { tc3Request } from './sign.ts';

export function createTencentSms(settings: TencentSms, means: Means): SmsSender {
  return {
    async send(message, approved, signal) {
      const content = sending(message, settings, mustBeApproved(approved));
      const said = await call(settings, means, 'SendSms', content, signal);
      return handedOver(listAt(said, 'Response.SendStatusSet'));
    },
    async pollReceipts(sent, signal) {
      const action = 'PullSmsSendStatusByPhoneNumber';
      const said = await call(settings, means, action, asking(sent, settings, means.now()), signal);
      const pulled = listAt(said, 'Response.PullSmsSendStatusSet');
      return pulled.flatMap((one) => receiptOfPulled(one, sent.providerId));
    },
  };
}

function sending(message: SmsMessage, settings: TencentSms, { id, values }: Approved) {
  return {
    PhoneNumberSet: [international(message.to)],
    SmsSdkAppId: settings.sdkAppId,
    TemplateId: id,
    SignName: settings.signature,
    TemplateParamSet: values.map(([, value]) => value),
    SessionContext: reference(message.key),
  };
}

/** The answer has one status for each number, and a request has one number. */
function handedOver(statuses: readonly unknown[]) {
  const [status] = statuses;
  const code = textAt(status, 'Code');
  if (code === undefined) throw noCode();
  if (code !== 'Ok') throw codeVerdict(code, TENCENT_CODES);
  return { providerId: textAt(status, 'SerialNo') ?? '' };
}

/** Receipts of the last seven days can be asked for. */
const asking = ({ to, sentAt }: SentSms, { sdkAppId }: TencentSms, now: number) => ({
  BeginTime: Math.floor(sentAt.getTime() / 1000) - CLOCKS_MAY_DIFFER_SECONDS,
  EndTime: Math.floor(now / 1000),
  Offset: 0,
  Limit: 100,
  PhoneNumber: international(to),
  SmsSdkAppId: sdkAppId,
});
const CLOCKS_MAY_DIFFER_SECONDS = 600;

async function call(
  settings: TencentSms,
  { now, limitMs }: Means,
  action: string,
  content: unknown,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  const { endpoint, region } = settings;
  const body = JSON.stringify(content);
  const request = tc3Request(
    { endpoint, region, action, version: '2021-01-11', body, now: now() },
    settings,
  );
  const answer = await postOnce({
    ...request,
    says: 'sms',
    method: 'POST',
    limitMs,
    signal,
  });
  const refused = httpVerdict(answer);
  if (refused) throw refused;
  const said = parsedJson(answer.body);
  const code = textAt(said, 'Response.Error.Code');
  if (code !== undefined) throw codeVerdict(code, TENCENT_CODES);
  return said;
}
