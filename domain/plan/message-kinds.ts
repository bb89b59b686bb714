/** What each kind of message is called: on pages, at the command line, in what is said of a provider. */
import type { MessageKind } from './policy.ts';

export const KIND: Readonly<Record<MessageKind, string>> = {
  notice: '报送通知',
  reminder: '提醒',
  due: '截止日',
  chase: '催报',
  press: '催办',
  supervise: '督办',
  receipt: '回执',
  returned: '退回告知',
  extended: '期限告知',
  'extension-refused': '延期答复',
  digest: '简报',
  'contact-check': '核对联络员',
};

/** Of an SMS, which may also carry a code. */
export type SmsKind = MessageKind | 'sign-in-code';

export const SMS_KIND: Readonly<Record<SmsKind, string>> = {
  ...KIND,
  'sign-in-code': '登录验证码',
};
