/** A message that has been claimed: all that is needed to make its files and send it. */
import type { DocumentText } from '../domain/delivery/message-text.ts';
import type { MessageFacts } from '../domain/texts/facts.ts';
import type { Instant } from '../domain/time/time.ts';
import type { Rules } from '../store/read/plans.ts';

export type Letter = DocumentText;
export type Words = { readonly subject: string; readonly text: string; readonly parts: number };

/** What one plan has to say, in its own words and its own name. */
export type PlanPart = { readonly rules: Rules; readonly facts: MessageFacts };

/** At least one; of an SMS exactly one, for all plans. */
export type PlanParts = readonly [PlanPart, ...PlanPart[]];

export type MessageToSend = Words & {
  readonly kind: 'message';
  readonly key: string;
  /** The delivery whose activity sends it. */
  readonly owner: string;
  readonly channel: 'email' | 'sms';
  readonly attempt: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly byPlan: PlanParts;
  readonly letter: Letter | null;
  readonly date: Instant;
  /** Where it was planned, the same for all to whom it goes: its files are dated by it. */
  readonly plannedAt: Instant;
};

export const obligationsIn = ({ byPlan }: Pick<MessageToSend, 'byPlan'>): string[] =>
  byPlan.flatMap(({ facts }) => facts.about.map(({ obligation }) => obligation));

/** How a part is named beside others: by its work or, when another is named so too, by its plan. */
export function workOf(byPlan: PlanParts, part: PlanPart): string {
  const { subject, planTitle } = part.facts.sender;
  const isShared = byPlan.some((other) => other !== part && other.facts.sender.subject === subject);
  return isShared ? planTitle : subject;
}
