/** Every delivery of a round that is for a person: step by step, with whom it would reach and where. */
import { fallback, type Tried } from '../fallback.ts';
import { replan } from '../look.ts';
import type { Obligation } from '../obligation.ts';
import type { Contact, Plan, Role } from '../plan.ts';
import type { Channel, Slot, UnitClass } from '../policy.ts';
import { type Step, targetsOf } from '../step.ts';
import type { PreviewedRound } from './round.ts';

export type Post = {
  readonly obligation: Obligation;
  readonly step: Step;
  readonly slot: Slot;
  readonly channel: Exclude<Channel, 'task'>;
  readonly held: boolean;
  /** Null only for a document: without an address nothing else is sent. */
  readonly contact: Contact | null;
  readonly address: string;
};

export function postsOf(round: PreviewedRound): Post[] {
  const planned = new Map<UnitClass, Step[]>();
  return round.obligations
    .filter((obligation) => !obligation.own)
    .flatMap((obligation) => {
      // Before anything has happened, units of one class have the same steps at the same moments.
      const steps = planned.get(obligation.unitClass) ?? plannedSteps(round, obligation);
      planned.set(obligation.unitClass, steps);
      return steps.flatMap((step) => postsOfStep(round.plan, obligation, step));
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

function postsOfStep(plan: Plan, obligation: Obligation, step: Step): Post[] {
  const posts: Post[] = [];
  const targets = targetsOf(step.addressing);
  const tried: Tried[] = targets.map(({ slot, channel }) => ({ slot, channel, state: 'planned' }));
  // The list grows while it is walked: whoever has no address is replaced by another (rule 16).
  for (const [index, target] of targets.entries()) {
    const { slot, channel, held } = target;
    if (channel === 'task') continue;
    const contact = contactOf(plan, obligation.unit, slot);
    const address = contact && addressIn(contact, channel);
    if (address || channel === 'letter' || channel === 'slip') {
      posts.push({ obligation, step, slot, channel, held, contact, address: address ?? '' });
      continue;
    }
    const failed: Tried = { slot, channel, state: 'skipped' };
    tried[index] = failed;
    const next = fallback(step.kind, failed, tried);
    if (next.kind !== 'target') continue;
    targets.push({ slot: next.slot, channel: next.channel, held: false });
    tried.push({ slot: next.slot, channel: next.channel, state: 'planned' });
  }
  return posts;
}

/** The first contact in the slot's role, of the unit or, for the bureau's own slots, of the bureau. */
export function contactOf(plan: Plan, unit: string, slot: Slot): Contact | null {
  const atBureau = slot === 'officer' || slot === 'office';
  const role: Role = slot === 'office' ? 'officer' : slot;
  const of = atBureau ? plan.bureau.unit : unit;
  return firstContacts(plan.contacts).get(`${of} ${role}`) ?? null;
}

// Asked for by every step of every unit.
const indexes = new WeakMap<Plan['contacts'], Map<string, Contact>>();

function firstContacts(contacts: Plan['contacts']): Map<string, Contact> {
  const known = indexes.get(contacts);
  if (known) return known;
  const index = new Map(
    contacts.toReversed().map((contact) => [`${contact.unit} ${contact.role}`, contact]),
  );
  indexes.set(contacts, index);
  return index;
}

const addressIn = (contact: Contact, channel: Post['channel']): string | null =>
  channel === 'sms' ? contact.mobile : (contact.email?.toLowerCase() ?? null);
