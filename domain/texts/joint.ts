/** Messages of several plans to one person at one instant, joined into one mail. */
import type { MailText } from '../delivery/message-text.ts';
import type { MessageKind } from '../plan/message-kinds.ts';
import type { Plan } from '../plan/plan.ts';
import type { Wording } from '../plan/text-names.ts';
import { grammarOf } from './language/grammar-of.ts';

export type PlanMail = MailText & {
  readonly wording: Wording;
  /** Short name of the plan's work, e.g. 普惠金融工作. */
  readonly work: string;
};

const LINE = `\n\n${'─'.repeat(16)}\n\n`;

/** Says first how many matters it has, because nobody reads on after a signature. */
export function jointMail(mails: readonly [PlanMail, ...PlanMail[]]): MailText {
  const { frame } = grammarOf(mails[0].wording);
  const works = mails.map(({ work }) => work);
  return {
    subject: [...new Set(mails.map((mail) => mail.subject))].join(frame.semicolon),
    text: `${[frame.joint(works), ...mails.map(({ text }) => text.trim())].join(LINE)}\n`,
  };
}

/** Whether the SMS of two plans would be the same: same template, and same plan facts that an SMS may name. */
export function speakAlike(one: Plan, other: Plan, kind: MessageKind): boolean {
  if (one.id === other.id) return true;
  return JSON.stringify(voiceOf(one, kind)) === JSON.stringify(voiceOf(other, kind));
}

const voiceOf = ({ language, bureau, zone, texts }: Plan, kind: MessageKind): unknown[] => [
  language,
  zone,
  bureau.signature,
  bureau.phone,
  Object.entries(texts).find(([name]) => name === `${kind}.sms`),
];
