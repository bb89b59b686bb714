import type { CodeTable } from '../failure.ts';

/**
 * Sources: error codes of SendSms (help.aliyun.com/document_detail/101346.html) and the common ones of the OpenAPI
 * gateway (SignatureDoesNotMatch, InvalidAccessKeyId, Throttling …).
 */
export const ALIBABA_CODES: CodeTable = {
  permanent: [
    'isv.MOBILE_NUMBER_ILLEGAL',
    'isv.BLACK_KEY_CONTROL_LIMIT', // the number has complained or unsubscribed
    'isv.CUSTOMER_REFUSED',
    'isv.SMS_CONTENT_ILLEGAL',
    'isv.UNSUPPORTED_CONTENT',
    'isv.PARAM_LENGTH_LIMIT',
    'isv.PARAM_NOT_SUPPORT_URL',
  ],
  passing: ['isv.BUSINESS_LIMIT_CONTROL', 'isv.DAY_LIMIT_CONTROL', 'Throttling.*'],
  misconfigured: [
    // Balance and account.
    'isv.AMOUNT_NOT_ENOUGH',
    'isv.OUT_OF_SERVICE',
    'isv.MONTH_LIMIT_CONTROL', // a limit of our own console, for the rest of the month
    'isv.ACCOUNT_NOT_EXISTS',
    'isv.ACCOUNT_ABNORMAL',
    'isv.SECURITY_FROZEN_ACCOUNT',
    'isv.PRODUCT_UN_SUBSCRIPT',
    'isv.PRODUCT_UNSUBSCRIBE',
    'isv.DENY_IP_RANGE',
    // Signature.
    'isv.SMS_SIGNATURE_ILLEGAL',
    'isv.SMS_SIGNATURE_SCENE_ILLEGAL',
    'isv.SMS_SIGN_ILLEGAL',
    'isv.SIGN_STATE_ILLEGAL',
    'isv.SIGN_NAME_ILLEGAL',
    'isv.EXTEND_CODE_ERROR',
    'isv.ONE_CODE_MULTIPLE_SIGN',
    'PORT_NOT_REGISTERED',
    // Template.
    'isv.SMS_TEMPLATE_ILLEGAL',
    'isv.TEMPLATE_MISSING_PARAMETERS',
    'isv.TEMPLATE_PARAMS_ILLEGAL', // a value is not of the type its variable was approved for
    'isv.INVALID_JSON_PARAM',
    'isv.DOMESTIC_NUMBER_NOT_SUPPORTED', // the template is for numbers abroad
    'isv.SMS_CONTENT_MISMATCH_TEMPLATE_TYPE',
    'isv.SMS_TEST_NUMBER_LIMIT',
    'isv.SMS_TEST_SIGN_TEMPLATE_LIMIT',
    'isv.SMS_TEST_TEMPLATE_PARAMS_ILLEGAL',
    // Key, clock and request.
    'isp.RAM_PERMISSION_DENY',
    'NoPermission',
    'Forbidden.*',
    'SignatureDoesNotMatch',
    'IncompleteSignature',
    'InvalidAccessKeyId.*',
    'InvalidTimeStamp.*',
    'InvalidVersion',
    'InvalidAction.*',
    'isv.INVALID_PARAMETERS',
  ],
  unknown: [
    'isp.SYSTEM_ERROR',
    'isp.GATEWAY_ERROR',
    // The same request has been there before: the network doubled it, and the first one may have been served.
    'SignatureNonceUsed',
    'InternalError.*',
    'ServiceUnavailable.*',
  ],
};
