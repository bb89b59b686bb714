/** What a message says, plan by plan: each in its own words and its own name, one under the other in one mail. */
import { senderOf } from '../domain/texts/about.ts';
import type { MessageFacts } from '../domain/texts/facts.ts';
import { jointMail, type PlanMail } from '../domain/texts/joint.ts';
import { inOrder, readerOf } from '../domain/texts/reader.ts';
import type { SmsGateway } from '../gateways/gateway.ts';
import type { Deps } from './deps.ts';
import { type Letter, type PlanPart, type PlanParts, type Words, workOf } from './message.ts';
import { compose } from './outgoing/compose.ts';
import type { Scene } from './outgoing/outgoing.ts';
import type { Carried } from './outgoing/peers.ts';

/** @param carried at least one */
export function byPlanOf(
  deps: Pick<Deps, 'demonstration'>,
  scene: Pick<Scene, 'now'>,
  channel: 'email' | 'sms',
  carried: readonly Carried[],
): PlanParts {
  const groups = new Map<string, Carried[]>();
  for (const one of inOrder(carried)) {
    // Plans that share an SMS say the same in the same words.
    const plan = channel === 'sms' ? '' : one.rules.plan.id;
    groups.set(plan, [...(groups.get(plan) ?? []), one]);
  }
  const [first, ...others] = [...groups.values()].map((group) => partOf(deps, scene, group));
  if (!first) throw new Error('a message about nothing');
  return [first, ...others];
}

function partOf(
  deps: Pick<Deps, 'demonstration'>,
  { now }: Pick<Scene, 'now'>,
  group: readonly Carried[],
): PlanPart {
  const [first] = group;
  if (!first) throw new Error('a plan that says nothing');
  const { rules, delivery } = first;
  return {
    rules,
    facts: {
      kind: kindOf(delivery),
      step: delivery.step,
      sender: senderOf(rules.plan),
      ...readerOf(group),
      asOf: now,
      demonstration: deps.demonstration,
    },
  };
}

function kindOf({ kind }: Carried['delivery']): MessageFacts['kind'] {
  if (kind === 'digest' || kind === 'contact-check')
    throw new Error(`a ${kind} is sent by tell-bureau.ts`);
  return kind;
}

/** One mail, or one SMS: of that all plans say the same. */
export function wordsOf(
  byPlan: PlanParts,
  channel: 'email' | 'sms',
  letter: Letter | null,
  sms: Pick<SmsGateway, 'choose'>,
): Words {
  const [first, ...others] = byPlan;
  const words = compose(first, channel, letter, sms);
  if (others.length === 0) return words;
  const ofPlan = (part: PlanPart): PlanMail => ({
    ...compose(part, channel, letter, sms),
    wording: part.rules.plan,
    work: workOf(byPlan, part),
  });
  return { ...words, ...jointMail([ofPlan(first), ...others.map(ofPlan)]) };
}
