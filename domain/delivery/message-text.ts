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
