/** The mail that asks a liaison, before a round opens, whether the people their units name still hold. */

import type { Wording } from '../plan/text-names.ts';
import type { Zone } from '../time/time.ts';
import { mailOf, marked } from './engine/frame.ts';
import type { MailText } from './facts.ts';
import { grammarOf } from './language/grammar-of.ts';
import { type ContactCheckFacts, contactCheckVariables } from './messages/contact-check.ts';
import { toStandIn } from './stand-in.ts';

export function contactCheckMail(wording: Wording, facts: ContactCheckFacts, zone: Zone): MailText {
  const values = contactCheckVariables(facts, zone, grammarOf(wording));
  const mail = mailOf(wording, 'contact-check.mail', values);
  return marked(wording, facts.demonstration, toStandIn(wording, mail, facts.standsInFor));
}
