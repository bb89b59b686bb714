/** What each provider answers, and what it means. */
import { alibaba, tencent, yunmas } from '../../support/servers/sms-settings.ts';

export const PASSING = { permanent: false, misconfigured: false, handedOver: 'no' };
export const PERMANENT = { ...PASSING, permanent: true };
export const OURS = { ...PASSING, misconfigured: true };
export const DOUBT = { ...PASSING, handedOver: 'maybe' };

export const PROVIDERS = {
  alibaba: {
    settings: alibaba,
    saying: (Code: string) => ({ body: { Code, BizId: 'p-77', Message: 'of 13800000001' } }),
    success: 'OK',
    codes: [
      ['isv.MOBILE_NUMBER_ILLEGAL', PERMANENT],
      ['isv.BLACK_KEY_CONTROL_LIMIT', PERMANENT],
      ['isv.BUSINESS_LIMIT_CONTROL', PASSING],
      ['isv.DAY_LIMIT_CONTROL', PASSING],
      ['Throttling', PASSING],
      ['Throttling.User', PASSING],
      ['isv.AMOUNT_NOT_ENOUGH', OURS],
      ['isv.SMS_SIGNATURE_ILLEGAL', OURS],
      ['isv.SMS_TEMPLATE_ILLEGAL', OURS],
      ['isp.RAM_PERMISSION_DENY', OURS],
      ['SignatureDoesNotMatch', OURS],
      ['InvalidAccessKeyId.NotFound', OURS],
      ['isp.SYSTEM_ERROR', DOUBT],
      ['SignatureNonceUsed', DOUBT],
      ['isv.NEVER_HEARD_OF', DOUBT],
    ],
  },
  tencent: {
    settings: tencent,
    saying: (Code: string) => ({
      body: { Response: { SendStatusSet: [{ Code, SerialNo: 'p-77', Message: '13800000001' }] } },
    }),
    success: 'Ok',
    codes: [
      ['InvalidParameterValue.IncorrectPhoneNumber', PERMANENT],
      ['FailedOperation.PhoneNumberInBlacklist', PERMANENT],
      ['LimitExceeded.PhoneNumberDailyLimit', PASSING],
      ['LimitExceeded.PhoneNumberThirtySecondLimit', PASSING],
      ['RequestLimitExceeded', PASSING],
      ['FailedOperation.InsufficientBalanceInSmsPackage', OURS],
      ['UnauthorizedOperation.SerivceSuspendDueToArrears', OURS],
      ['FailedOperation.SignatureIncorrectOrUnapproved', OURS],
      ['FailedOperation.TemplateIncorrectOrUnapproved', OURS],
      ['AuthFailure.SignatureFailure', OURS],
      // Exact names go before their group.
      ['InternalError.RequestTimeException', OURS],
      ['InternalError.Timeout', DOUBT],
      ['FailedOperation.OtherError', DOUBT],
      ['FailedOperation.NeverHeardOf', DOUBT],
    ],
  },
  yunmas: {
    settings: yunmas,
    saying: (rspcod: string) => ({ body: { rspcod, msgGroup: 'p-77', success: true } }),
    success: 'success',
    codes: [
      ['InvalidMobile', PERMANENT],
      ['SystemBusy', PASSING],
      ['FlowOverLimit', PASSING],
      ['IllegalMac', OURS],
      ['InvalidUsrOrPwd', OURS],
      ['NoSignId', OURS],
      ['InternalError', DOUBT],
      ['NeverHeardOf', DOUBT],
    ],
  },
} as const;
