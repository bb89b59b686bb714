/** Messages to the bureau in a round in which nobody reports: digests, and texts for the work group. */

import { morningStep, officersAmong, placesToWrite } from '../people/officers.ts';
import { groupMoments, nextMorning } from '../round/bureau-days.ts';
import { countsOf } from '../round/counts.ts';
import { senderOf } from '../texts/about.ts';
import type { DigestTopic } from '../texts/facts.ts';
import { grammarOf } from '../texts/language/grammar-of.ts';
import { renderDigest } from '../texts/messages/digests.ts';
import { groupFactsOf, groupText } from '../texts/messages/group-text.ts';
import { dueCount } from '../time/due.ts';
import { fitAfter, windowOf } from '../time/send-window.ts';
import type { Day, Instant } from '../time/time.ts';
import { contactOn, type Post } from './posts.ts';
import type { PlannedMessage, PreviewedRound } from './round.ts';

export function digestsOf(round: PreviewedRound): PlannedMessage[] {
  const { dates, startedAt } = round;
  const compilations = [
    ...(dates.draftAt !== null && dates.compileAt > startedAt
      ? [{ at: dates.draftAt, occasion: 'draft' as const }]
      : []),
    { at: dates.compileAt, occasion: 'compile-date' as const },
  ];
  return [
    digest(round, 'call-list', dates.callListAt, callList(round)),
    ...compilations.map(({ at, occasion }, index) =>
      digest(round, `compiled-${index + 1}`, at, compiled(round, occasion, index + 1, at)),
    ),
  ].flat();
}

/** Empty when no officer has a mailbox. */
function digest(
  round: PreviewedRound,
  step: string,
  due: Instant,
  topic: DigestTopic,
): PlannedMessage[] {
  const { plan, zone, dates, startedAt } = round;
  const asOf = due > startedAt ? due : startedAt;
  const at = fitAfter(windowOf(plan.policy, round), asOf);
  const officer = contactOn(round, plan.bureau.unit, 'officer', at);
  if (officer?.email == null) return [];
  const facts = {
    sender: senderOf(plan),
    period: round.period,
    nominalDue: dates.due.nominal,
    compileOn: dates.compileOn,
    asOf,
    topic,
    demonstration: round.demonstration,
  };
  return [
    {
      at,
      period: round.period,
      unit: plan.bureau.unit,
      unitName: plan.bureau.name,
      step,
      kind: 'digest',
      channel: 'email',
      person: officer.name,
      to: officer.email.toLowerCase(),
      words: () => ({ ...renderDigest(plan, facts, zone), parts: 1 }),
    },
  ];
}

function callList(round: PreviewedRound): DigestTopic {
  const { obligations, dates, startedAt } = round;
  const asOf = dates.callListAt > startedAt ? dates.callListAt : startedAt;
  const units = obligations
    .filter((o) => !o.own)
    .map((o) => {
      const liaison = contactOn(round, o.unit, 'liaison', asOf);
      return {
        unitName: o.unitName,
        liaison: liaison?.name ?? null,
        phone: liaison?.phone ?? null,
        confirmedAt: null,
        promisedOn: null,
      };
    });
  return { kind: 'call-list', units };
}

const compiled = (
  { obligations }: PreviewedRound,
  occasion: 'draft' | 'compile-date',
  version: number,
  at: Instant,
): DigestTopic => ({
  kind: 'compiled',
  occasion,
  version,
  counts: countsOf(obligations, at),
  missing: obligations.map((o) => ({ unitName: o.unitName, extendedUntil: null })),
  late: [],
  changes: [],
});

/** Morning digests up to the compile date. Their text is known on the day only. */
export function morningsOf(
  round: PreviewedRound,
  posts: readonly Pick<Post, 'step'>[],
): PlannedMessage[] {
  const { plan, zone, calendar, dates } = round;
  const busy = new Set(posts.map(({ step }) => zone.dayOf(step.at)));
  return momentsOf(round)
    .filter((at) => {
      const on = zone.dayOf(at);
      return busy.has(on) || dueCount(dates.due, on, calendar) >= 0;
    })
    .flatMap((at) => {
      const officers = officersAmong(plan.contacts, plan.bureau.unit);
      return placesToWrite(officers).flatMap((place) => messageTo(round, officers, place, at));
    });
}

function momentsOf({ plan, zone, calendar, dates, startedAt }: PreviewedRound): Instant[] {
  const rules = { policy: plan.policy, calendar, zone };
  const moments: Instant[] = [];
  let doneOn: Day | null = null;
  for (let now = startedAt; ; ) {
    const at = nextMorning(rules, { since: startedAt, doneOn }, now);
    if (at === null || zone.dayOf(at) > dates.compileOn) return moments;
    moments.push(at);
    doneOn = zone.dayOf(at);
    now = at;
  }
}

function messageTo(
  { plan, zone, period }: PreviewedRound,
  officers: ReturnType<typeof officersAmong>,
  place: number,
  at: Instant,
): PlannedMessage[] {
  const officer = officers[place];
  if (officer?.email == null) return [];
  return [
    {
      at,
      period,
      unit: plan.bureau.unit,
      unitName: plan.bureau.name,
      step: morningStep(zone.dayOf(at), place),
      kind: 'digest',
      channel: 'email',
      person: officer.name,
      to: officer.email.toLowerCase(),
      words: () => ({ ...grammarOf(plan).morning.toCome(period), parts: 1 }),
    },
  ];
}

/** Posts of the group's robot, if the policy has one. */
export function groupTextsOf(round: PreviewedRound): PlannedMessage[] {
  const { plan, zone, calendar, dates, startedAt, period, obligations, demonstration } = round;
  if (plan.policy.groupText?.robot !== true) return [];
  const rules = { policy: plan.policy, calendar, zone };
  return groupMoments(rules, dates.due)
    .filter((at) => at >= startedAt)
    .map((at) => ({
      at,
      period,
      unit: plan.bureau.unit,
      unitName: plan.bureau.name,
      step: `group-${zone.dayOf(at)}`,
      kind: 'digest',
      channel: 'robot',
      person: '工作群',
      to: 'group',
      words: () => {
        const told = { period, due: dates.due };
        const facts = groupFactsOf({ plan, round: told, obligations, demonstration }, at);
        return { subject: '', text: groupText(plan, facts, zone), parts: 1 };
      },
    }));
}
