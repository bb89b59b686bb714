/** What several plans say to one person at one instant, as one mail: each in its own words, one under the other. */

import type { Wording } from '../plan/text-names.ts';
import type { MailText } from './facts.ts';
import { grammarOf } from './language/grammar-of.ts';

export type PlanMail = MailText & {
  readonly wording: Wording;
  /** Short name of the plan's work, e.g. 普惠金融工作. */
  readonly work: string;
};

const LINE = `\n\n${'─'.repeat(16)}\n\n`;

/** It begins by saying so, for nobody reads on behind a signature. */
export function jointMail(mails: readonly [PlanMail, ...PlanMail[]]): MailText {
  const { frame } = grammarOf(mails[0].wording);
  const works = mails.map(({ work }) => work);
  return {
    subject: [...new Set(mails.map((mail) => mail.subject))].join(frame.semicolon),
    text: `${[frame.joint(works), ...mails.map(({ text }) => text.trim())].join(LINE)}\n`,
  };
}
