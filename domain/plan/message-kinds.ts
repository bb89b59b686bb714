/** What each kind of message is called: on pages, at the command line, in what is said of a provider. */

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

export type StepKind = 'notice' | 'reminder' | 'due' | 'chase' | 'press' | 'supervise';
/** Kinds of messages that answer something that happened, beside the six planned steps. */
type ReplyKind = 'receipt' | 'returned' | 'extended' | 'extension-refused';
/** About a round, not about obligations: to the bureau's officer, or to liaisons before it opens. */
export type RoundKind = 'digest' | 'contact-check';
export type MessageKind = StepKind | ReplyKind | RoundKind;

/** From mild to severe. */
const SEVERITY: readonly StepKind[] = ['notice', 'reminder', 'due', 'chase', 'press', 'supervise'];

export const severity = (kind: StepKind): number => SEVERITY.indexOf(kind);
