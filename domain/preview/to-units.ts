/** Posts become messages: those of the same person, channel, kind and instant go together, each with its words. */

import { messageKey } from '../delivery/delivery.ts';
import { smsParts } from '../delivery/sms-length.ts';
import { together } from '../people/leave.ts';
import type { Plan } from '../plan/plan.ts';
import { aboutOf, senderOf } from '../texts/about.ts';
import type { About, Before, DocumentText, MessageFacts } from '../texts/facts.ts';
import {
  documentAsText,
  renderLetter,
  renderSlip,
  renderSms,
} from '../texts/messages/unit-message.ts';
import { type Answering, readerOf, sharedRole } from '../texts/reader.ts';
import { mailFor } from '../texts/stand-in.ts';
import type { Post } from './posts.ts';
import type { PlannedMessage, PreviewedRound, PreviewWords } from './round.ts';

export function messagesOf(round: PreviewedRound, posts: readonly Post[]): PlannedMessage[] {
  const ofObligation = grouped(posts, (post) => post.obligation.id);
  const groups = [...grouped(posts, keyOf).values()].map(inOrder);
  return groups.map((group) =>
    message(round, group, () =>
      group.map((post) => ({
        about: aboutPost(round, post, ofObligation.get(post.obligation.id)),
        slot: post.slot,
        reached: post.contact,
      })),
    ),
  );
}

/** A letter or slip stands for itself: each is released, or not, by itself. */
const keyOf = ({ channel, address, step, obligation, slot }: Post): string =>
  channel === 'email' || channel === 'sms'
    ? [messageKey(channel, address, step.kind, step.at), sharedRole(slot)].join('#')
    : [obligation.id, step.key, slot, channel].join('#');

/** By unit, each once, although liaison and deputy of a unit may share a mailbox. */
const inOrder = (group: readonly Post[]): Post[] =>
  group
    .filter((post, index) => group.findIndex((p) => p.obligation === post.obligation) === index)
    .toSorted((a, b) => (a.obligation.id < b.obligation.id ? -1 : 1));

function message(
  round: PreviewedRound,
  group: readonly Post[],
  answering: () => Answering[],
): PlannedMessage {
  const [first] = group;
  if (!first) throw new Error('a message without a delivery');
  const { step, channel, address } = first;
  const facts = (): MessageFacts => ({
    kind: step.kind === 'digest' || step.kind === 'contact-check' ? 'notice' : step.kind,
    step: step.key,
    sender: senderOf(round.plan),
    ...readerOf(answering()),
    asOf: step.at,
    demonstration: round.demonstration,
  });
  const [one, ...others] = group.flatMap((post) => post.contact ?? []);
  return {
    at: step.at,
    period: round.period,
    unit: group.map((post) => post.obligation.unit).join(','),
    unitName: group.map((post) => post.obligation.unitName).join('、'),
    step: step.key,
    kind: step.kind,
    channel,
    person: one ? together([one, ...others]).name : '',
    to: address,
    words: () => words(round, facts(), channel),
  };
}

function words(
  { plan, zone, choose }: PreviewedRound,
  facts: MessageFacts,
  channel: Post['channel'],
): PreviewWords {
  if (channel === 'email') return { ...mailFor(plan, facts, zone), parts: 1 };
  if (channel === 'letter') return document(plan, renderLetter(plan, facts, zone));
  if (channel === 'slip') return document(plan, renderSlip(plan, facts, zone));
  const { text } = renderSms(plan, facts, zone, choose);
  return { subject: '', text, parts: smsParts(text) };
}

const document = (plan: Plan, content: DocumentText): PreviewWords => ({
  subject: content.title,
  text: documentAsText(plan, content),
  parts: 1,
});

const aboutPost = (round: PreviewedRound, post: Post, all: readonly Post[] = []): About =>
  aboutOf({
    plan: round.plan,
    calendar: round.calendar,
    zone: round.zone,
    period: round.period,
    dates: round.dates,
    obligation: post.obligation,
    kind: post.step.kind,
    asOf: post.step.at,
    before: all
      .filter(({ step, held }) => !held && step.at < post.step.at)
      .map(sentBefore)
      .toSorted((a, b) => a.at - b.at),
    returned: null,
    extended: null,
    online: round.online,
  });

const sentBefore = ({ step, channel, slot }: Post): Before => ({
  kind: step.kind,
  at: step.at,
  channel,
  slot,
  delivered: true,
});

function grouped(posts: readonly Post[], by: (post: Post) => string): Map<string, Post[]> {
  const groups = new Map<string, Post[]>();
  for (const post of posts) {
    const group = groups.get(by(post));
    if (group) group.push(post);
    else groups.set(by(post), [post]);
  }
  return groups;
}
