/** The form by which a held document or mail is edited: what was typed, what is wrong with it, and what it makes. */

import { type HeldText, isDocument } from '../../../domain/delivery/message-text.ts';
import type { Channel } from '../../../domain/plan/policy.ts';

import type { Words } from '../shared/language.ts';

export type LetterField = 'title' | 'addressee' | 'paragraphs';
export type LetterValues = Readonly<Record<LetterField, string>>;

const MOST: Readonly<Record<LetterField, number>> = {
  title: 100,
  addressee: 50,
  paragraphs: 3000,
};

/** A mail has no addressee of its own; an SMS keeps the words of its template. */
export const letterFields = (channel: Channel): readonly LetterField[] => {
  if (channel === 'sms') return [];
  return channel === 'email' ? ['title', 'paragraphs'] : ['title', 'addressee', 'paragraphs'];
};

export const letterLimit = (field: LetterField): number => MOST[field];

/** A title may be broken over lines; paragraphs are parted by an empty line or a line break. */
export const letterValues = (held: HeldText): LetterValues =>
  isDocument(held)
    ? { title: held.title, addressee: held.addressee, paragraphs: held.paragraphs.join('\n') }
    : { title: held.subject, addressee: '', paragraphs: held.text.trimEnd() };

export const sentLetter = (sent: Readonly<Record<string, unknown>>): LetterValues => {
  const text = (name: LetterField) => {
    const value = sent[name];
    return typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : '';
  };
  return { title: text('title'), addressee: text('addressee'), paragraphs: text('paragraphs') };
};

export function letterProblems(
  values: LetterValues,
  channel: Channel,
  words: Words,
): Partial<Record<LetterField, string>> {
  const problems: Partial<Record<LetterField, string>> = {};
  for (const field of letterFields(channel)) {
    const label = words.letterFields[field];
    const length = Array.from(values[field]).length;
    if (length === 0) problems[field] = words.fieldEmpty(label);
    else if (length > MOST[field]) problems[field] = words.fieldTooLong(label, MOST[field], length);
  }
  return problems;
}

/** Signature, date and number of a document stay as they were made. */
export function editedLetter(
  held: HeldText,
  { title, addressee, paragraphs }: LetterValues,
): HeldText {
  if (!isDocument(held)) return { subject: title, text: `${paragraphs}\n` };
  return {
    ...held,
    title,
    addressee: addressee.replace(/[：:]$/, ''),
    paragraphs: paragraphs
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  };
}
