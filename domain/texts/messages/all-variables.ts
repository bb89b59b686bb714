/** Which variables each template may use. */
import type { TextName } from '../../plan/text-names.ts';
import { DUE, REMINDER } from './before-due.ts';
import { CODE, CODE_SMS } from './code.ts';
import { CONTACT_CHECK } from './contact-check.ts';
import { CALL_LIST, COMPILED } from './digests.ts';
import { GROUP_TEXT } from './group-text.ts';
import { MORNING } from './morning.ts';
import { NOTICE } from './notice.ts';
import { CHASE, LETTER, PRESS, SLIP } from './overdue.ts';
import { EXTENDED, EXTENSION_REFUSED, RECEIPT, RETURNED } from './replies.ts';
import type { Variables } from './spec.ts';
import { CALL_TODAY, CONTACTS, EXTENSION, TASK } from './tasks.ts';
import {
  DUE_SMS,
  EXTENDED_SMS,
  EXTENSION_REFUSED_SMS,
  NOTICE_SMS,
  PRESS_SMS,
  RECEIPT_SMS,
  REMINDER_SMS,
  RETURNED_SMS,
  SMS,
} from './unit-sms.ts';

export const DESCRIBED = {
  'notice.mail': NOTICE,
  'notice.sms': NOTICE_SMS,
  'reminder.mail': REMINDER,
  'reminder.sms': REMINDER_SMS,
  'due.mail': DUE,
  'due.sms': DUE_SMS,
  'chase.mail': CHASE,
  'chase.sms': SMS,
  'press.mail': PRESS,
  'press.sms': PRESS_SMS,
  'press.letter': LETTER,
  'supervise.mail': PRESS,
  'supervise.sms': SMS,
  'supervise.slip': SLIP,
  'supervise-cover.mail': SLIP,
  'receipt.mail': RECEIPT,
  'receipt.sms': RECEIPT_SMS,
  'returned.mail': RETURNED,
  'returned.sms': RETURNED_SMS,
  'extended.mail': EXTENDED,
  'extended.sms': EXTENDED_SMS,
  'extension-refused.mail': EXTENSION_REFUSED,
  'extension-refused.sms': EXTENSION_REFUSED_SMS,
  'contact-check.mail': CONTACT_CHECK,
  'morning.mail': MORNING,
  'call-list.mail': CALL_LIST,
  'compiled.mail': COMPILED,
  'group-text.robot': GROUP_TEXT,
  'code.mail': CODE,
  'code.sms': CODE_SMS,
  'call-today.task': CALL_TODAY,
  'call.task': TASK,
  'in-person.task': TASK,
  'unreachable.task': TASK,
  'promise-passed.task': TASK,
  'after-return.task': TASK,
  'extension.task': EXTENSION,
  'contacts.task': CONTACTS,
  'release-letter.task': TASK,
  'release-slip.task': TASK,
} as const satisfies Readonly<Record<TextName, Variables>>;
