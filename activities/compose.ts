/** Facts into what a gateway takes. The words are pure (domain/texts); files are made here, after the claim. */
import type { MessageFacts } from '../domain/facts.ts';
import { smsParts } from '../domain/sms-length.ts';
import { grammarOf } from '../domain/texts/grammar-of.ts';
import { documentAsText, renderSms } from '../domain/texts/index.ts';
import type { Wording } from '../domain/texts/names.ts';
import { mailFor } from '../domain/texts/stand-in.ts';
import type { Zone } from '../domain/time.ts';
import type { Receipt, SmsGateway } from '../gateways/gateway.ts';
import { attachmentsOf, calendarOf } from './attachments.ts';
import type { Deps } from './deps.ts';
import type { Letter, MessageToSend, Words } from './message.ts';

export function compose(
  wording: Wording,
  facts: MessageFacts,
  channel: 'email' | 'sms',
  letter: Letter | null,
  { zone, sms }: { readonly zone: Zone; readonly sms: Pick<SmsGateway, 'choose'> },
): Words {
  if (letter !== null) return coverOf(wording, letter, facts.demonstration);
  if (channel === 'email') return { ...mailFor(wording, facts, zone), parts: 1 };
  const { text } = renderSms(wording, facts, zone, sms.choose);
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
): Promise<Receipt> {
  const { key, to, subject, text, date } = message;
  if (message.channel === 'sms') {
    const { kind } = message.facts;
    return deps.sms.send({ key, to: to.address, text, kind, date: new Date(date) }, signal);
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
      threads: message.facts.about.map(({ obligation }) => obligation),
      date: new Date(date),
    },
    signal,
  );
}
