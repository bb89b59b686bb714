/** The form that edits a held letter or slip: its values, their problems, and the edited document. */
import type { DocumentText } from '../../../domain/delivery/message-text.ts';
import type { Words } from '../shared/language.ts';

export type LetterField = 'title' | 'addressee' | 'paragraphs';
export type LetterValues = Readonly<Record<LetterField, string>>;

const MOST: Readonly<Record<LetterField, number>> = {
  title: 100,
  addressee: 50,
  paragraphs: 3000,
};
export const LETTER_FIELDS: readonly LetterField[] = ['title', 'addressee', 'paragraphs'];

export const letterLimit = (field: LetterField): number => MOST[field];

/** A title may have several lines; each line of the text is a paragraph. */
export const letterValues = ({ title, addressee, paragraphs }: DocumentText): LetterValues => ({
  title,
  addressee,
  paragraphs: paragraphs.join('\n'),
});

export const sentLetter = (sent: Readonly<Record<string, unknown>>): LetterValues => {
  const text = (name: LetterField) => {
    const value = sent[name];
    return typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : '';
  };
  return { title: text('title'), addressee: text('addressee'), paragraphs: text('paragraphs') };
};

export function letterProblems(
  values: LetterValues,
  words: Words,
): Partial<Record<LetterField, string>> {
  const problems: Partial<Record<LetterField, string>> = {};
  for (const field of LETTER_FIELDS) {
    const label = words.letterFields[field];
    const length = Array.from(values[field]).length;
    if (length === 0) problems[field] = words.fieldEmpty(label);
    else if (length > MOST[field]) problems[field] = words.fieldTooLong(label, MOST[field], length);
  }
  return problems;
}

/** Signature, date and number stay as generated. */
export const editedLetter = (
  document: DocumentText,
  { title, addressee, paragraphs }: LetterValues,
): DocumentText => ({
  ...document,
  title,
  addressee: addressee.replace(/[：:]$/, ''),
  paragraphs: paragraphs
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== ''),
});
