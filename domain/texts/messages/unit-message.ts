/** Mails, SMS and documents to units, from facts and a plan's templates. Pure: a preview has the words that are sent. */

import type { DocumentText, MailText, SmsText } from '../../delivery/message-text.ts';
import type { TextName, Wording } from '../../plan/text-names.ts';
import type { Zone } from '../../time/time.ts';
import { firstOf } from '../due-day.ts';
import { documentOf, mailOf, marked, smsOf, toStandIn } from '../engine/frame.ts';
import type { MessageFacts } from '../facts.ts';
import { grammarOf } from '../language/grammar-of.ts';
import { DUE, REMINDER } from './before-due.ts';
import { NOTICE } from './notice.ts';
import { CHASE, LETTER, PRESS, SLIP } from './overdue.ts';
import { EXTENDED, EXTENSION_REFUSED, RECEIPT, RETURNED } from './replies.ts';
import type { Asked } from './unit-mail.ts';
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
import { type Values, type Variables, valuesOf } from './variables.ts';

/** @throws when the facts are about no obligation */
export function renderMail(wording: Wording, facts: MessageFacts, zone: Zone): MailText {
  firstOf(facts);
  const { kind, person, demonstration } = facts;
  if (kind === 'press' && person.slot === 'leader') return letterAsMail(wording, facts, zone);
  const name =
    kind === 'supervise' && person.slot === 'office'
      ? 'supervise-cover.mail'
      : (`${kind}.mail` as const);
  const values = messageValues(wording, name, facts, zone);
  return marked(wording, demonstration, mailOf(wording, name, values));
}

/** A provider's choice among wordings, fullest first. */
export type SmsChoice = (
  wordings: readonly string[],
  kind: MessageFacts['kind'],
) => string | undefined;

/** With its signature, and in one part where that is possible. @throws when the facts are about no obligation */
export function renderSms(
  wording: Wording,
  facts: MessageFacts,
  zone: Zone,
  choose?: SmsChoice,
): SmsText {
  firstOf(facts);
  const name = `${facts.kind}.sms` as const;
  const values = messageValues(wording, name, facts, zone);
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

/** A document as the text of the mail that carries it, for those who read on a telephone. */
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
  const made = documentOf(wording, name, messageValues(wording, name, facts, zone));
  if (!facts.demonstration) return made;
  return { ...made, title: `${grammarOf(wording).frame.mark}${made.title}` };
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

/** The mail as its reader gets it: to a stand-in the salutation says for whom. */
export const mailFor = (wording: Wording, facts: MessageFacts, zone: Zone): MailText =>
  toStandIn(wording, renderMail(wording, facts, zone), facts.person.standsInFor ?? null);

const messageValues = (
  wording: Wording,
  name: MessageText,
  facts: MessageFacts,
  zone: Zone,
): Values => valuesOf(MESSAGE_VARIABLES[name], { facts, zone, say: grammarOf(wording) });

type Kind = MessageFacts['kind'];
type MessageText = TextName &
  (`${Kind}.${'mail' | 'sms'}` | 'press.letter' | 'supervise.slip' | 'supervise-cover.mail');

/** The variables of every template for units. */
export const MESSAGE_VARIABLES: Readonly<Record<MessageText, Variables<Asked>>> = {
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
};
