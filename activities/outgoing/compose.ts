/** Facts into what a gateway takes. The words are pure (domain/texts); files are made here, after the claim. */

import { smsParts } from '../../domain/delivery/sms-length.ts';
import { partsOf } from '../../domain/obligation/obligation.ts';
import type { Wording } from '../../domain/plan/text-names.ts';
import { grammarOf } from '../../domain/texts/language/grammar-of.ts';
import { documentAsText, mailFor, renderSms } from '../../domain/texts/messages/unit-message.ts';
import type { HandedOver, SmsGateway } from '../../gateways/gateway.ts';
import type { Deps } from '../deps.ts';
import {
  type Letter,
  type MessageToSend,
  obligationsIn,
  type PlanPart,
  type Words,
} from '../message.ts';
import { attachmentsOf, calendarOf } from './send.ts';

export function compose(
  { rules: { plan, zone }, facts }: PlanPart,
  channel: 'email' | 'sms',
  letter: Letter | null,
  sms: Pick<SmsGateway, 'choose'>,
): Words {
  if (letter !== null) return coverOf(plan, letter, facts.demonstration);
  if (channel === 'email') return { ...mailFor(plan, facts, zone), parts: 1 };
  const { text } = renderSms(plan, facts, zone, sms.choose);
  return { subject: '', text, parts: smsParts(text) };
}

function coverOf(wording: Wording, letter: Letter, demonstration: boolean): Words {
  const { notice } = grammarOf(wording).frame;
  const text = documentAsText(wording, letter);
  return {
    subject: letter.title.replaceAll('\n', ''),
    text: demonstration ? `${notice}\n\n${text}` : text,
    parts: 1,
  };
}

/** One attempt. Gateways give up before the activity times out. */
export async function send(
  deps: Pick<Deps, 'mail' | 'sms' | 'pool'>,
  message: MessageToSend,
  signal: AbortSignal,
): Promise<HandedOver> {
  const { key, to, subject, text, date } = message;
  const obligations = obligationsIn(message);
  const plans = [...new Set(obligations.map((id) => partsOf(id).plan))];
  if (message.channel === 'sms') {
    const [{ facts }] = message.byPlan;
    const { kind } = facts;
    return deps.sms.send({ key, to: to.address, text, kind, date: new Date(date), plans }, signal);
  }
  const calendar = calendarOf(message);
  return deps.mail.send(
    {
      key,
      to,
      subject,
      text,
      attachments: await attachmentsOf(deps.pool, message),
      ...(calendar === null ? {} : { calendar }),
      threads: obligations,
      plans,
      date: new Date(date),
    },
    signal,
  );
}
