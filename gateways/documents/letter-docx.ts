/** A 催办 letter or the draft of a 督办单 as a Word file, which the bureau reviews, numbers and sends. */
import type { FileChild } from 'docx';
import type { DocumentText } from '../../domain/delivery/message-text.ts';
import { officeDocument } from './office-document.ts';
import { portrait } from './office-styles.ts';
import { addressee, attachmentList, blank, body, centred, signature, title } from './paragraphs.ts';

/** The same letter and moment always make the same bytes. @param made when the text was made, ISO 8601 */
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
