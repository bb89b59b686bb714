/**
 * Facts from the record, put into the sentences of a plan's templates: the words that leave the house. Pure: the same
 * facts and templates give the same words, in a preview as in the sending.
 */

import type { Wording } from '../../plan/text-names.ts';
import type { Zone } from '../../time/time.ts';
import { firstOf } from '../due-day.ts';
import { documentOf, lineOf, mailOf, marked, smsOf } from '../engine/frame.ts';
import type {
  DigestFacts,
  DocumentText,
  MailText,
  MessageFacts,
  SmsText,
  TaskFacts,
  ToCall,
} from '../facts.ts';
import { grammarOf } from '../language/grammar-of.ts';
import { digestValues, MESSAGE_VALUES } from '../values.ts';
import { type CodeFacts, codeVariables } from './code.ts';
import { callTodayVariables, taskVariables } from './tasks.ts';

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

/** What the bureau's officers are told about a round. */
export function renderDigest(wording: Wording, facts: DigestFacts, zone: Zone): MailText {
  const { name, values } = digestValues(facts, zone, grammarOf(wording));
  return marked(wording, facts.demonstration, mailOf(wording, name, values));
}

/** One line that tells an officer what to do about a unit. */
export function taskText(wording: Wording, facts: TaskFacts): string {
  const say = grammarOf(wording);
  const line = lineOf(wording, `${facts.reason}.task`, taskVariables(facts, say));
  return `${facts.demonstration ? say.frame.mark : ''}${line}`;
}

/** The same for the list of the due day. */
export function callTodayText(wording: Wording, unit: ToCall, demonstration: boolean): string {
  const say = grammarOf(wording);
  const line = lineOf(wording, 'call-today.task', callTodayVariables(unit, say));
  return `${demonstration ? say.frame.mark : ''}${line}`;
}

/** The mail that carries a released document says what it says, for those who read on a telephone. */
export function documentAsText(
  wording: Wording,
  { addressee, paragraphs, signature, date }: DocumentText,
): string {
  const { salutation } = grammarOf(wording).frame;
  return [salutation(addressee), ...paragraphs, '', signature, date].join('\n');
}

/** A code is real in a demonstration too, so only its subject says that it is one. */
export function codeMail(wording: Wording, facts: CodeFacts): MailText {
  const { subject, text } = mailOf(wording, 'code.mail', codeVariables(facts));
  const mark = facts.demonstration ? grammarOf(wording).frame.mark : '';
  return { subject: `${mark}${subject}`, text };
}

export const codeSms = (wording: Wording, facts: CodeFacts): SmsText =>
  smsOf(wording, 'code.sms', codeVariables(facts), facts.signature, facts.demonstration);

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
