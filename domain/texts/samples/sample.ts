/** One text as it would be made. */
import type { DocumentText, MailText, SmsText } from '../../facts.ts';
import type { TextName } from '../names.ts';

export type Sample = {
  readonly name: TextName;
  /** For whom it is, in a few words. */
  readonly of: string;
  readonly words: () => MailText | SmsText | DocumentText;
};
