/** What the bureau's officer is told of a round that nobody reports to: whom to call, and the compilations. */

import { count } from '../obligation/obligation.ts';
import { senderOf } from '../texts/about.ts';
import type { DigestTopic } from '../texts/facts.ts';
import { renderDigest } from '../texts/messages/unit-message.ts';
import { fitAfter } from '../time/send-window.ts';
import type { Instant } from '../time/time.ts';
import { contactOn } from './posts.ts';
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

/** Nothing when the bureau has no officer with a mailbox. */
function digest(
  round: PreviewedRound,
  step: string,
  due: Instant,
  topic: DigestTopic,
): PlannedMessage[] {
  const { plan, zone, dates, startedAt, calendar } = round;
  const asOf = due > startedAt ? due : startedAt;
  const at = fitAfter({ hours: plan.policy.window, calendar, zone }, asOf);
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
  counts: count(obligations, at),
  missing: obligations.map((o) => ({ unitName: o.unitName, extendedUntil: null })),
  late: [],
  changes: [],
});
