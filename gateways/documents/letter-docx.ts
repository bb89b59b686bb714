/** A letter of 催办 or the draft of a 督办单 as a Word file, for the bureau to review, number and send. */
import type { FileChild } from 'docx';
import type { DocumentText } from '../../domain/delivery/message-text.ts';
import { officeDocument } from './office-document.ts';
import { portrait } from './office-styles.ts';
import { addressee, attachmentList, blank, body, centred, signature, title } from './paragraphs.ts';

/** @param made the moment the text was made, ISO 8601; with it the same letter always makes the same bytes */
export function letterDocx(letter: DocumentText, made: string): Promise<Buffer> {
  return officeDocument({ title: letter.title, creator: letter.signature, created: made }, [
    { properties: portrait, children: paragraphs(letter) },
  ]);
}

function paragraphs(letter: DocumentText): FileChild[] {
  const { attachments = [] } = letter;
  return [
    title(letter.title.split('\n')),
    ...(letter.number === undefined ? [] : [centred(letter.number)]),
    blank(),
    addressee(letter.addressee),
    ...letter.paragraphs.map((text) => body(text)),
    ...(attachments.length === 0 ? [] : [blank(), ...attachmentList(attachments)]),
    blank(),
    blank(),
    ...signature(letter.signature, letter.date),
    ...(letter.note === undefined ? [] : [blank(), body(letter.note)]),
  ];
}
