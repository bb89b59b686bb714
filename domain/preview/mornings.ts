/** On which mornings the bureau will read where a round stands, to which nobody reports. The words come with the day. */

import { dueCount } from '../due-count.ts';
import { morningStep, officersAmong, placesToWrite } from '../people/officers.ts';
import { nextMorning } from '../round/bureau-days.ts';
import { grammarOf } from '../texts/language/grammar-of.ts';
import type { Day, Instant } from '../time/time.ts';
import type { Post } from './posts.ts';
import type { PlannedMessage, PreviewedRound } from './round.ts';

/** Up to the compile date; while reports are missing they go on until the sign-off. */
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
