/** The mail of a step as its reader gets it: a stand-in's says for whom, in the salutation. */

import type { Wording } from '../plan/text-names.ts';
import type { Zone } from '../time/time.ts';
import type { MailText, MessageFacts } from './facts.ts';
import { renderMail } from './messages/unit-message.ts';

export const mailFor = (wording: Wording, facts: MessageFacts, zone: Zone): MailText =>
  toStandIn(wording, renderMail(wording, facts, zone), facts.person.standsInFor ?? null);

/** No template has to think of it. */
export function toStandIn(wording: Wording, mail: MailText, standsInFor: string | null): MailText {
  if (!standsInFor) return mail;
  const forWhom = wording.language === 'en' ? ` (for ${standsInFor})` : `（代${standsInFor}）`;
  return { ...mail, text: addressed(mail.text, forWhom) };
}

/** The salutation is the first line that ends as one does: 古镇镇（代张三）： */
const addressed = (text: string, forWhom: string): string =>
  text.replace(/[：:,]$/m, (end) => `${forWhom}${end}`);
