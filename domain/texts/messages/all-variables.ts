/** Which variables each template may name. */
import type { TextName } from '../../plan/text-names.ts';
import { CODE, CODE_SMS } from './code.ts';
import { CONTACT_CHECK } from './contact-check.ts';
import { CALL_LIST, COMPILED } from './digests.ts';
import { GROUP_TEXT } from './group-text.ts';
import { MORNING } from './morning.ts';
import { CALL_TODAY, CONTACTS, EXTENSION, TASK } from './tasks.ts';
import { MESSAGE_VARIABLES } from './unit-message.ts';
import type { AnyVariables } from './variables.ts';

export const VARIABLES: Readonly<Record<TextName, AnyVariables>> = {
  ...MESSAGE_VARIABLES,
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
  'release-message.task': TASK,
};
