import type { CodeTable } from '../failure.ts';

/**
 * Sources: error codes of the SMS interface 2021-01-11 (cloud.tencent.com/document/api/382/52075, and errors.go of
 * TencentCloud/tencentcloud-sdk-go, tencentcloud/sms/v20210111) with the common ones at the head of the same page.
 */
export const TENCENT_CODES: CodeTable = {
  permanent: [
    'InvalidParameterValue.IncorrectPhoneNumber',
    'FailedOperation.PhoneNumberInBlacklist',
    'UnsupportedOperation.UnsuportedRegion',
    'FailedOperation.ContainSensitiveWord',
    'InvalidParameter.DirtyWordFound',
    'InvalidParameterValue.ContentLengthLimit',
    'InvalidParameterValue.ProhibitedUseUrlInTemplateParameter',
    'InvalidParameterValue.TemplateParameterFormatError',
    'InvalidParameterValue.TemplateParameterLengthLimit',
  ],
  // Also LimitExceeded.PhoneNumberSameContentDailyLimit and the other limits of one number or one day.
  passing: ['LimitExceeded.*', 'RequestLimitExceeded.*'],
  misconfigured: [
    // Balance and account.
    'FailedOperation.InsufficientBalanceInSmsPackage',
    'UnauthorizedOperation.*', // SerivceSuspendDueToArrears, RequestIpNotInWhitelist, SmsSdkAppIdVerifyFail …
    'FailedOperation.NotEnterpriseCertification',
    'InvalidParameter.AppidAndBizId',
    'InvalidParameterValue.SdkAppIdNotExist',
    'IpInBlacklist',
    'IpNotInWhitelist',
    // Signature and template.
    'FailedOperation.SignatureIncorrectOrUnapproved',
    'FailedOperation.MissingSignature',
    'FailedOperation.MissingSignatureList',
    'FailedOperation.TemplateIncorrectOrUnapproved',
    'FailedOperation.MissingTemplateList',
    'FailedOperation.MarketingSendTimeConstraint', // approved as advertising, which a reminder is not
    'InvalidParameterValue.InvalidTemplateFormat',
    // Key, clock and request.
    'AuthFailure.*',
    'InternalError.RequestTimeException', // our clock is more than ten minutes off
    'InternalError.RestApiInterfaceNotExist',
    'InternalError.SigFieldMissing',
    'InternalError.SigVerificationFail',
    'FailedOperation.FailResolvePacket',
    'FailedOperation.JsonParseFail',
    'InvalidParameter',
    'InvalidParameter.InvalidParameters',
    'MissingParameter.*',
    'UnknownParameter',
    'InvalidAction',
    'ActionOffline',
    'NoSuchProduct',
    'NoSuchVersion',
    'UnsupportedRegion',
    'UnsupportedProtocol',
  ],
  unknown: [
    'InternalError.*', // Timeout, SendAndRecvFail, OtherError, UnknownError …
    'FailedOperation.OtherError',
    'FailedOperation.ParametersOtherError',
  ],
};
