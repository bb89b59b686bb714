/** Facts into the values of the variables that a template may name. Pure. */

import type { TextName } from '../plan/text-names.ts';
import type { Zone } from '../time/time.ts';
import type { DigestFacts, MessageFacts } from './facts.ts';
import type { Grammar } from './language/grammar.ts';
import type { DESCRIBED } from './messages/all-variables.ts';
import { dueVariables, reminderVariables } from './messages/before-due.ts';
import { callListVariables, compiledVariables } from './messages/digests.ts';
import { morningVariables } from './messages/morning.ts';
import { noticeVariables } from './messages/notice.ts';
import { chaseVariables, letterVariables, pressVariables } from './messages/overdue.ts';
import { extendedVariables, receiptVariables, returnedVariables } from './messages/replies.ts';
import type { Values } from './messages/spec.ts';
import type { Asked } from './messages/unit-mail.ts';
import {
  dueSms,
  extendedSms,
  extensionRefusedSms,
  noticeSms,
  pressSms,
  receiptSms,
  reminderSms,
  returnedSms,
  smsVariables,
} from './messages/unit-sms.ts';
import { extensionRefusedVariables } from './variables/extension-refused.ts';
import { slipVariables } from './variables/slip.ts';

type Kind = MessageFacts['kind'];
type MessageText =
  | `${Kind}.${'mail' | 'sms'}`
  | 'press.letter'
  | 'supervise.slip'
  | 'supervise-cover.mail';

export const MESSAGE_VALUES: {
  readonly [Name in MessageText & TextName]: (asked: Asked) => Values<(typeof DESCRIBED)[Name]>;
} = {
  'notice.mail': noticeVariables,
  'notice.sms': noticeSms,
  'reminder.mail': reminderVariables,
  'reminder.sms': reminderSms,
  'due.mail': dueVariables,
  'due.sms': dueSms,
  'chase.mail': chaseVariables,
  'chase.sms': smsVariables,
  'press.mail': pressVariables,
  'press.sms': pressSms,
  'press.letter': letterVariables,
  'supervise.mail': pressVariables,
  'supervise.sms': smsVariables,
  'supervise.slip': slipVariables,
  'supervise-cover.mail': slipVariables,
  'receipt.mail': receiptVariables,
  'receipt.sms': receiptSms,
  'returned.mail': returnedVariables,
  'returned.sms': returnedSms,
  'extended.mail': extendedVariables,
  'extended.sms': extendedSms,
  'extension-refused.mail': extensionRefusedVariables,
  'extension-refused.sms': extensionRefusedSms,
};

/** The template of a digest, and its values. */
export function digestValues(
  facts: DigestFacts,
  zone: Zone,
  say: Grammar,
): { readonly name: TextName; readonly values: object } {
  const { topic } = facts;
  switch (topic.kind) {
    case 'morning':
      return { name: 'morning.mail', values: morningVariables(facts, topic, zone, say) };
    case 'call-list':
      return { name: 'call-list.mail', values: callListVariables(facts, topic, zone, say) };
    case 'compiled':
      return { name: 'compiled.mail', values: compiledVariables(facts, topic, zone, say) };
  }
}
