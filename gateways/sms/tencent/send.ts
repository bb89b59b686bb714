/** Tencent Cloud SMS, interface of 2021-01-11: SendSms and PullSmsSendStatusByPhoneNumber. */
import type { SentSms, SmsGateway, SmsMessage } from '../../gateway.ts';
import { reference } from '../../gateway.ts';
import { listAt, parsedJson, postOnce, textAt } from '../../http.ts';
import { international, type Means, OWN_MEANS, refuseOddNumber, stopAfter } from '../attempt.ts';
import { codeVerdict, httpVerdict, noCode } from '../failure.ts';
import { templateFor } from '../fits-provider.ts';
import { TENCENT_CODES } from './codes.ts';
import { receiptOfPulled } from './receipts.ts';
import type { TencentSms } from './settings.ts';
import { tc3Request } from './sign.ts';

export function createTencentSms(settings: TencentSms, means: Means = OWN_MEANS): SmsGateway {
  return {
    async send(message, signal) {
      refuseOddNumber(message.to);
      const said = await call(settings, means, 'SendSms', sending(message, settings), signal);
      return handedOver(listAt(said, 'Response.SendStatusSet'));
    },
    async pollReports(sent, signal) {
      const action = 'PullSmsSendStatusByPhoneNumber';
      const said = await call(settings, means, action, asking(sent, settings, means.now()), signal);
      const pulled = listAt(said, 'Response.PullSmsSendStatusSet');
      return pulled.flatMap((one) => receiptOfPulled(one, sent.providerId));
    },
  };
}

function sending(message: SmsMessage, settings: TencentSms) {
  const { id, values } = templateFor(message, settings);
  return {
    PhoneNumberSet: [international(message.to)],
    SmsSdkAppId: settings.sdkAppId,
    TemplateId: id,
    SignName: settings.signature,
    TemplateParamSet: values.map(([, value]) => value),
    SessionContext: reference(message.key),
  };
}

/** The request as a whole was served; each number has a code of its own, and there is one. */
function handedOver(statuses: readonly unknown[]) {
  const [status] = statuses;
  const code = textAt(status, 'Code');
  if (code === undefined) throw noCode();
  if (code !== 'Ok') throw codeVerdict(code, TENCENT_CODES);
  return { providerId: textAt(status, 'SerialNo') ?? '' };
}

/** Reports of the last seven days can be asked for. */
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
    signal: stopAfter(limitMs, signal),
  });
  const refused = httpVerdict(answer);
  if (refused) throw refused;
  const said = parsedJson(answer.body);
  const code = textAt(said, 'Response.Error.Code');
  if (code !== undefined) throw codeVerdict(code, TENCENT_CODES);
  return said;
}
