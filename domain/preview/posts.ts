/** The deliveries of a round to people, step by step, with the person and address that each would reach. */
import { fallback, type Tried } from '../delivery/fallback.ts';
import { replan } from '../ladder/look.ts';
import { type Step, targetsOf } from '../ladder/step.ts';
import type { Obligation } from '../obligation/obligation.ts';
import type { Reached } from '../people/leave.ts';
import { addressIn, reachedOn, roleOf, unitOf } from '../people/recipient.ts';
import type { Channel, Slot, UnitClass } from '../plan/policy.ts';
import type { Instant } from '../time/time.ts';
import type { PreviewedRound } from './round.ts';

export type Post = {
  readonly obligation: Obligation;
  readonly step: Step;
  readonly slot: Slot;
  readonly channel: Exclude<Channel, 'task'>;
  readonly held: boolean;
  /** Null for a document only; other channels need an address. */
  readonly contact: Reached | null;
  readonly address: string;
};

export function postsOf(round: PreviewedRound): Post[] {
  const planned = new Map<UnitClass, Step[]>();
  return round.obligations
    .filter((obligation) => !obligation.own)
    .flatMap((obligation) => {
      // Before anything has happened, units of one class have the same steps.
      const steps = planned.get(obligation.unitClass) ?? plannedSteps(round, obligation);
      planned.set(obligation.unitClass, steps);
      return steps.flatMap((step) => postsOfStep(round, obligation, step));
    });
}

const plannedSteps = (round: PreviewedRound, obligation: Obligation): Step[] =>
  replan({
    obligation,
    phase: 'open',
    steps: [],
    policy: round.plan.policy,
    calendar: round.calendar,
    zone: round.zone,
    asOf: round.startedAt,
  }).steps.filter((step) => step.state === 'planned');

function postsOfStep(round: PreviewedRound, obligation: Obligation, step: Step): Post[] {
  const posts: Post[] = [];
  const targets = targetsOf(step.addressing);
  const tried: Tried[] = targets.map(({ slot, channel }) => ({ slot, channel, state: 'planned' }));
  // The list grows in the loop: a recipient without an address is replaced by a fallback (docs/rules.md, rule 16).
  for (const [index, target] of targets.entries()) {
    const { slot, channel, held } = target;
    if (channel === 'task') continue;
    const contact = contactOn(round, obligation.unit, slot, step.at);
    const address = contact && addressIn(contact, channel);
    if (address || channel === 'letter' || channel === 'slip') {
      posts.push({ obligation, step, slot, channel, held, contact, address: address ?? '' });
      continue;
    }
    const failed: Tried = { slot, channel, state: 'skipped' };
    tried[index] = failed;
    const next = fallback(step.kind, failed, tried);
    if (next.kind !== 'target') continue;
    // What takes the place of a held message is held too.
    targets.push({ slot: next.slot, channel: next.channel, held });
    tried.push({ slot: next.slot, channel: next.channel, state: 'planned' });
  }
  return posts;
}

/** The person reached at that moment, of the unit or, for the bureau's slots, of the bureau. */
export function contactOn(
  { plan, leaves, zone }: PreviewedRound,
  unit: string,
  slot: Slot,
  at: Instant,
): Reached | null {
  const roster = { contacts: plan.contacts, leaves };
  return reachedOn(roster, unitOf(plan, unit, slot), roleOf(slot), zone.dayOf(at));
}
