/** A formal document before it is laid out; a gateway makes the .docx of it. */
export type DocumentText = {
  readonly title: string;
  readonly number?: string;
  readonly addressee: string;
  readonly paragraphs: readonly string[];
  readonly signature: string;
  readonly date: string;
  readonly attachments?: readonly string[];
  readonly note?: string;
};

export type MailText = { readonly subject: string; readonly text: string };
export type SmsText = { readonly text: string };

/** What waits for release: a document, or the words of a mail or an SMS (whose subject is empty). */
export type HeldText = DocumentText | MailText;
export const isDocument = (held: HeldText): held is DocumentText => !('text' in held);
