/** The mail that asks a liaison, before a round opens, whether the people their units name still hold. */
import type { MailText } from '../facts.ts';
import type { Zone } from '../time.ts';
import { mailOf, marked } from './frame.ts';
import { grammarOf } from './grammar-of.ts';
import type { Wording } from './names.ts';
import { toStandIn } from './stand-in.ts';
import { type ContactCheckFacts, contactCheckVariables } from './variables/contact-check.ts';

export function contactCheckMail(wording: Wording, facts: ContactCheckFacts, zone: Zone): MailText {
  const values = contactCheckVariables(facts, zone, grammarOf(wording));
  const mail = mailOf(wording, 'contact-check.mail', values);
  return marked(wording, facts.demonstration, toStandIn(wording, mail, facts.standsInFor));
}
