/** Messages to units: deliveries of the same address, channel, kind and instant become one message. */

import { messageKey } from '../delivery/delivery.ts';
import type { DocumentText } from '../delivery/message-text.ts';
import { smsParts } from '../delivery/sms-length.ts';
import type { Obligation } from '../obligation/obligation.ts';
import { personToAsk, tooLateToAsk } from '../people/contact-check.ts';
import { type Reached, together } from '../people/leave.ts';
import type { Plan } from '../plan/plan.ts';
import { aboutOf, senderOf } from '../texts/about.ts';
import type { About, Before, MessageFacts } from '../texts/facts.ts';
import { askAbout } from '../texts/messages/contact-check.ts';
import {
  documentAsText,
  mailFor,
  renderLetter,
  renderSlip,
  renderSms,
} from '../texts/messages/unit-message.ts';
import { type Answering, readerOf, sharedRole } from '../texts/reader.ts';
import { fitAfter, windowOf } from '../time/send-window.ts';
import { type Instant, timeOfDay } from '../time/time.ts';
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

/** What is held stands for itself: each is released, or not, by itself. */
const keyOf = ({ channel, address, step, obligation, slot, held }: Post): string =>
  (channel === 'email' || channel === 'sms') && !held
    ? [messageKey(channel, address, step.kind, step.at), sharedRole(slot)].join('#')
    : [obligation.id, step.key, slot, channel].join('#');

/** Ordered by unit, each once: liaison and deputy of a unit may share a mailbox. */
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

/** An example of an SMS that answers something: one of each kind for every unit. */
export type ReplyExample = {
  readonly kind: 'receipt' | 'returned' | 'extended' | 'extension-refused';
  readonly unitName: string;
  readonly text: string;
};

export const repliesOf = (round: PreviewedRound): ReplyExample[] =>
  round.obligations.filter(({ own }) => !own).flatMap((o) => repliesTo(round, o));

function repliesTo(round: PreviewedRound, untouched: Obligation): ReplyExample[] {
  const { dates, zone } = round;
  const asOf = dates.callListAt;
  const arrived = { ...untouched, state: 'submitted', version: 1, receivedAt: asOf } as const;
  const until = dates.compileOn;
  const due = { nominal: until, effective: until, at: zone.at(until, timeOfDay('24:00')) };
  const reply = (
    kind: ReplyExample['kind'],
    obligation: Obligation,
    what: Partial<Pick<About, 'returned' | 'extended' | 'refusedRequest'>> = {},
  ): ReplyExample => {
    const about = aboutOf({
      ...round,
      obligation,
      kind,
      asOf,
      before: [],
      returned: what.returned ?? null,
      extended: what.extended ?? null,
      refusedRequest: what.refusedRequest ?? null,
    });
    const { text } = renderSms(
      round.plan,
      {
        kind,
        step: kind,
        sender: senderOf(round.plan),
        person: { name: '', slot: 'liaison' },
        about: [about],
        asOf,
        demonstration: round.demonstration,
      },
      zone,
      round.choose,
    );
    return { kind, unitName: untouched.unitName, text };
  };
  return [
    reply('receipt', arrived),
    reply(
      'returned',
      { ...arrived, state: 'returned', due },
      { returned: { reason: '数据不全', until } },
    ),
    reply(
      'extended',
      { ...untouched, due },
      { extended: { reason: '人员变动', until, previous: untouched.due.nominal } },
    ),
    reply('extension-refused', untouched, { refusedRequest: { reason: '人员变动', until } }),
  ];
}

type Asked = { readonly unit: string; readonly person: Reached };

/**
 * The question before a round whether contacts are still right: one to each person, about all of their units.
 * @param startedAt when the year is started late; null: in time
 */
export function questionsOf(round: PreviewedRound, startedAt: Instant | null): PlannedMessage[] {
  const { plan, calendar, zone, dates } = round;
  if (dates.contactCheckAt === null) return [];
  const asOf = Math.max(dates.contactCheckAt, startedAt ?? dates.contactCheckAt) as Instant;
  const at = fitAfter(windowOf(plan.policy, round), asOf);
  const dayOf = (instant: Instant) => zone.dayOf(instant);
  if (tooLateToAsk(at, dates.opensAt, { calendar, dayOf }) !== null) return [];
  return [...byAddress(round, at)].map(([to, units]) => questionTo(round, at, to, units));
}

function byAddress(round: PreviewedRound, at: Instant): Map<string, Asked[]> {
  const groups = new Map<string, Asked[]>();
  for (const { unit, own } of round.obligations.toSorted((a, b) => (a.unit < b.unit ? -1 : 1))) {
    const asked = own ? null : personToAsk(rosterOf(round), unit, round.zone.dayOf(at));
    if (asked === null) continue;
    const { person, address } = asked;
    groups.set(address, [...(groups.get(address) ?? []), { unit, person }]);
  }
  return groups;
}

function questionTo(
  round: PreviewedRound,
  at: Instant,
  to: string,
  units: readonly Asked[],
): PlannedMessage {
  const question = () =>
    askAbout({ ...round, roster: rosterOf(round), units, asOf: at, online: round.online });
  const nameOf = (unit: string) => round.obligations.find((o) => o.unit === unit)?.unitName ?? unit;
  return {
    at,
    period: round.period,
    unit: units.map(({ unit }) => unit).join(','),
    unitName: units.map(({ unit }) => nameOf(unit)).join('、'),
    step: 'contact-check',
    kind: 'contact-check',
    channel: 'email',
    person: question().person.name,
    to,
    words: () => {
      const { subject, text } = question();
      return { subject, text, parts: 1 };
    },
  };
}

const rosterOf = ({ plan, leaves }: PreviewedRound) => ({ contacts: plan.contacts, leaves });
