/**
 * Composes a message: its words (domain/texts), one part for each plan in a mail, and the deliveries it carries.
 * Files are made after the claim (send.ts).
 */

import type { MailText } from '../../domain/delivery/message-text.ts';
import { type HeldText, isDocument } from '../../domain/delivery/message-text.ts';
import { smsParts } from '../../domain/delivery/sms-length.ts';
import type { Reached } from '../../domain/people/leave.ts';
import type { Wording } from '../../domain/plan/text-names.ts';
import { senderOf } from '../../domain/texts/about.ts';
import type { About } from '../../domain/texts/facts.ts';
import { jointMail, type PlanMail } from '../../domain/texts/joint.ts';
import { grammarOf } from '../../domain/texts/language/grammar-of.ts';
import { askAbout } from '../../domain/texts/messages/contact-check.ts';
import { documentAsText, mailFor, renderSms } from '../../domain/texts/messages/unit-message.ts';
import { inOrder, readerOf } from '../../domain/texts/reader.ts';
import type { SmsGateway } from '../../gateways/gateway.ts';
import type { Db } from '../../store/db/pool.ts';
import type { Message } from '../../store/read/messages.ts';
import { type Deps, onlineOf } from '../deps.ts';
import type { DigestContent } from '../round/digest.ts';
import {
  type Content,
  type Outgoing,
  type PlanPart,
  type RoundClaim,
  type UnitMessage,
  unitKind,
  type Words,
} from './outgoing.ts';
import { type Carried, stillCarried, takePeers } from './peers.ts';
import type { Recipient } from './recipient.ts';

export type Composed = {
  readonly words: Words;
  readonly content: Content;
  /** The recipient's name in the record and in the To header. */
  readonly name: string;
  /** Keys of the deliveries that go with it. */
  readonly carried: readonly string[];
};

/**
 * @param to.known the message, when an earlier attempt began it
 * @param to.about facts of the own obligation; null for a message about a round
 */
export async function compose(
  tx: Db,
  deps: Deps,
  outgoing: Outgoing,
  to: {
    readonly recipient: Recipient;
    readonly known: Message | null;
    readonly about: About | null;
  },
): Promise<Composed> {
  switch (outgoing.kind) {
    case 'unit message': {
      const { recipient, known, about } = to;
      if (about === null) throw new Error('a unit message about nothing');
      const isHeld = outgoing.delivery.content !== null;
      const peers = isHeld
        ? []
        : known
          ? await stillCarried(tx, deps, outgoing, { key: known.key, address: recipient.address })
          : await takePeers(tx, deps, outgoing);
      return composeForUnits(deps, outgoing, ownPart(outgoing, about, recipient.person), peers);
    }
    case 'officer mail':
    case 'group text': {
      const { subject, text, compilation = null } = outgoing.delivery.content as DigestContent;
      return {
        words: { subject, text, parts: 1 },
        content: { ...NOTHING_ELSE, compilation },
        name: to.recipient.name,
        carried: [outgoing.delivery.key],
      };
    }
    case 'liaison question':
      return composeQuestion(deps, outgoing, to.recipient);
  }
}

const NOTHING_ELSE: Content = { byPlan: [], letter: null, compilation: null };

function composeQuestion(
  deps: Deps,
  { rules, round, now }: RoundClaim,
  { asked, roster }: Recipient,
): Composed {
  const { person, subject, text } = askAbout({
    ...rules,
    roster,
    period: round.period,
    dates: round,
    units: asked,
    online: onlineOf(deps, rules.plan),
    asOf: now,
    demonstration: deps.demonstration,
  });
  return {
    words: { subject, text, parts: 1 },
    content: NOTHING_ELSE,
    name: person.name,
    carried: asked.map(({ key }) => key),
  };
}

/** The words of a message about this obligation alone, to be held. */
export function wordsAlone(
  deps: Deps,
  outgoing: UnitMessage,
  about: About,
  reached: Reached | null,
): MailText {
  const channel = outgoing.delivery.channel === 'sms' ? 'sms' : 'email';
  const byPlan = byPlanOf(deps, outgoing, channel, [ownPart(outgoing, about, reached)]);
  const { subject, text } = wordsOf(byPlan, channel, deps.sms);
  return { subject, text };
}

const ownPart = (outgoing: UnitMessage, about: About, reached: Reached | null): Carried => ({
  ...outgoing,
  slot: outgoing.delivery.slot,
  about,
  reached,
});

function composeForUnits(
  deps: Deps,
  outgoing: UnitMessage,
  own: Carried,
  peers: readonly Carried[],
): Composed {
  const carried = [own, ...peers];
  const channel = outgoing.delivery.channel === 'sms' ? 'sms' : 'email';
  const released = outgoing.delivery.content as HeldText | null;
  const letter = released !== null && isDocument(released) ? released : null;
  const byPlan = byPlanOf(deps, outgoing, channel, carried);
  const words =
    released === null
      ? wordsOf(byPlan, channel, deps.sms)
      : releasedWords(outgoing.rules.plan, released, channel, deps.demonstration);
  return {
    words,
    content: { byPlan, letter, compilation: null },
    name: readerOf(carried).person.name,
    carried: carried.map(({ delivery }) => delivery.key),
  };
}

/** At least one; of an SMS exactly one, for all plans. */
type PlanParts = readonly [PlanPart, ...PlanPart[]];

/** @param carried at least one */
function byPlanOf(
  deps: Pick<Deps, 'demonstration'>,
  outgoing: Pick<UnitMessage, 'now'>,
  channel: 'email' | 'sms',
  carried: readonly Carried[],
): PlanParts {
  const groups = new Map<string, Carried[]>();
  for (const one of inOrder(carried)) {
    // Plans that share an SMS have the same words.
    const plan = channel === 'sms' ? '' : one.rules.plan.id;
    groups.set(plan, [...(groups.get(plan) ?? []), one]);
  }
  const [first, ...others] = [...groups.values()].map((group) => partOf(deps, outgoing, group));
  if (!first) throw new Error('a message about nothing');
  return [first, ...others];
}

function partOf(
  deps: Pick<Deps, 'demonstration'>,
  { now }: Pick<UnitMessage, 'now'>,
  group: readonly Carried[],
): PlanPart {
  const [first] = group;
  if (!first) throw new Error('a plan that says nothing');
  const { rules, delivery } = first;
  return {
    rules,
    facts: {
      kind: unitKind(delivery.kind),
      step: delivery.step,
      sender: senderOf(rules.plan),
      ...readerOf(group),
      asOf: now,
      demonstration: deps.demonstration,
    },
  };
}

/** A mail with a part for each plan, or one SMS. */
function wordsOf(
  byPlan: PlanParts,
  channel: 'email' | 'sms',
  sms: Pick<SmsGateway, 'choose'>,
): Words {
  const [first, ...others] = byPlan;
  const words = wordsOfPlan(first, channel, sms);
  if (others.length === 0) return words;
  const ofPlan = (part: PlanPart): PlanMail => ({
    ...wordsOfPlan(part, channel, sms),
    wording: part.rules.plan,
    work: workOf(byPlan, part),
  });
  return { ...words, ...jointMail([ofPlan(first), ...others.map(ofPlan)]) };
}

/** The heading of a part: its work or, when another part has the same, its plan. */
export function workOf(byPlan: readonly PlanPart[], part: PlanPart): string {
  const { subject, planTitle } = part.facts.sender;
  const isShared = byPlan.some((other) => other !== part && other.facts.sender.subject === subject);
  return isShared ? planTitle : subject;
}

function wordsOfPlan(
  { rules: { plan, zone }, facts }: PlanPart,
  channel: 'email' | 'sms',
  sms: Pick<SmsGateway, 'choose'>,
): Words {
  if (channel === 'email') return { ...mailFor(plan, facts, zone), parts: 1 };
  const { text } = renderSms(plan, facts, zone, sms.choose);
  return { subject: '', text, parts: smsParts(text) };
}

/**
 * The words that a person released. The mail of a document repeats its text. A demonstration mark that was edited
 * away is put back.
 */
function releasedWords(
  wording: Wording,
  released: HeldText,
  channel: 'email' | 'sms',
  demonstration: boolean,
): Words {
  const { notice, mark } = grammarOf(wording).frame;
  if (isDocument(released)) {
    const text = documentAsText(wording, released);
    return {
      subject: released.title.replaceAll('\n', ''),
      text: demonstration ? `${notice}\n\n${text}` : text,
      parts: 1,
    };
  }
  const { subject, text } = released;
  if (channel === 'sms') return { subject, text, parts: smsParts(text) };
  if (!demonstration) return { subject, text, parts: 1 };
  return {
    subject: subject.startsWith(mark) ? subject : `${mark}${subject}`,
    text: text.startsWith(notice) ? text : `${notice}\n\n${text}`,
    parts: 1,
  };
}
