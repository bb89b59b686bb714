/**
 * Facts from the record, put into the sentences of a plan's templates: the words that leave the house. Pure: the same
 * facts and templates give the same words, in a preview as in the sending.
 */

import type { DocumentText, MailText, SmsText } from '../../delivery/message-text.ts';
import type { TextName, Wording } from '../../plan/text-names.ts';
import type { Zone } from '../../time/time.ts';
import { firstOf } from '../due-day.ts';
import { documentOf, mailOf, marked, smsOf, toStandIn } from '../engine/frame.ts';
import type { MessageFacts } from '../facts.ts';
import { grammarOf } from '../language/grammar-of.ts';
import type { DESCRIBED } from './all-variables.ts';
import { dueVariables, reminderVariables } from './before-due.ts';
import { noticeVariables } from './notice.ts';
import { chaseVariables, letterVariables, pressVariables, slipVariables } from './overdue.ts';
import {
  extendedVariables,
  extensionRefusedVariables,
  receiptVariables,
  returnedVariables,
} from './replies.ts';
import type { Values } from './spec.ts';
import type { Asked } from './unit-mail.ts';
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
} from './unit-sms.ts';

/** Subject and plain text of the mail that the facts ask for. Throws when the facts are about no obligation. */
export function renderMail(wording: Wording, facts: MessageFacts, zone: Zone): MailText {
  firstOf(facts);
  const { kind, person, demonstration } = facts;
  if (kind === 'press' && person.slot === 'leader') return letterAsMail(wording, facts, zone);
  const name =
    kind === 'supervise' && person.slot === 'office'
      ? 'supervise-cover.mail'
      : (`${kind}.mail` as const);
  const values = MESSAGE_VALUES[name]({ facts, zone, say: grammarOf(wording) });
  return marked(wording, demonstration, mailOf(wording, name, values));
}

/** A provider's choice among wordings, fullest first. */
export type SmsChoice = (
  wordings: readonly string[],
  kind: MessageFacts['kind'],
) => string | undefined;

/** The SMS that the facts ask for, its signature included; one part wherever that is possible. Throws likewise. */
export function renderSms(
  wording: Wording,
  facts: MessageFacts,
  zone: Zone,
  choose?: SmsChoice,
): SmsText {
  firstOf(facts);
  const name = `${facts.kind}.sms` as const;
  const values = MESSAGE_VALUES[name]({ facts, zone, say: grammarOf(wording) });
  const { sender, demonstration, kind } = facts;
  const chosen = choose && ((wordings: Iterable<string>) => choose([...wordings], kind));
  return smsOf(wording, name, values, sender.signature, demonstration, chosen);
}

/** The letter of 催办 to the leader in charge. */
export const renderLetter = (wording: Wording, facts: MessageFacts, zone: Zone): DocumentText =>
  document(wording, 'press.letter', facts, zone);

/** The draft 督办单 for the city government's office. */
export const renderSlip = (wording: Wording, facts: MessageFacts, zone: Zone): DocumentText =>
  document(wording, 'supervise.slip', facts, zone);

/** The mail that carries a released document says what it says, for those who read on a telephone. */
export function documentAsText(
  wording: Wording,
  { addressee, paragraphs, signature, date }: DocumentText,
): string {
  const { salutation } = grammarOf(wording).frame;
  return [salutation(addressee), ...paragraphs, '', signature, date].join('\n');
}

function document(
  wording: Wording,
  name: 'press.letter' | 'supervise.slip',
  facts: MessageFacts,
  zone: Zone,
): DocumentText {
  const say = grammarOf(wording);
  const made = documentOf(wording, name, MESSAGE_VALUES[name]({ facts, zone, say }));
  // A document of a demonstration says so in its title, wherever the file goes from there.
  return facts.demonstration ? { ...made, title: `${say.frame.mark}${made.title}` } : made;
}

function letterAsMail(wording: Wording, facts: MessageFacts, zone: Zone): MailText {
  const { frame } = grammarOf(wording);
  const letter = document(wording, 'press.letter', { ...facts, demonstration: false }, zone);
  const blocks = [
    frame.salutation(letter.addressee),
    ...letter.paragraphs,
    frame.attached(letter.title),
    `${letter.signature}\n${letter.date}`,
  ];
  const mail = { subject: letter.title, text: `${blocks.join('\n\n')}\n` };
  return marked(wording, facts.demonstration, mail);
}

/** The mail of a step as its reader gets it: a stand-in's says for whom, in the salutation. */
export const mailFor = (wording: Wording, facts: MessageFacts, zone: Zone): MailText =>
  toStandIn(wording, renderMail(wording, facts, zone), facts.person.standsInFor ?? null);

/** Facts into the values of the variables that a template may name. Pure. */
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
