/** One text as it would be made. */

import type { TextName } from '../../plan/text-names.ts';
import type { DocumentText, MailText, SmsText } from '../facts.ts';

export type Sample = {
  readonly name: TextName;
  /** For whom it is, in a few words. */
  readonly of: string;
  readonly words: () => MailText | SmsText | DocumentText;
};
