/** What may be said in the bureau's work group: numbers and dates, never a unit or a person. */

import { type Due, isOutstanding, isOverdue, type Obligation } from './obligation/obligation.ts';
import type { Plan } from './plan/plan.ts';
import type { Round } from './round/round.ts';
import { senderOf } from './texts/about.ts';
import type { Sender } from './texts/facts.ts';
import type { Instant } from './time/time.ts';

export type GroupFacts = {
  readonly sender: Sender;
  readonly period: string;
  readonly due: Due;
  readonly asOf: Instant;
  /** Units that have reported; the bureau's own part is not the group's business. */
  readonly reported: number;
  readonly missing: number;
  /** Of the missing those whose own date has not passed: an extension, or a return. */
  readonly notYetDue: number;
  readonly demonstration: boolean;
};

export function groupFactsOf(
  record: {
    readonly plan: Plan;
    readonly round: Pick<Round, 'period' | 'due'>;
    readonly obligations: readonly Pick<Obligation, 'state' | 'due' | 'own'>[];
    readonly demonstration: boolean;
  },
  asOf: Instant,
): GroupFacts {
  const { plan, round, demonstration } = record;
  const others = record.obligations.filter(({ own }) => !own);
  const missing = others.filter(({ state }) => isOutstanding(state));
  return {
    sender: senderOf(plan),
    period: round.period,
    due: round.due,
    asOf,
    reported: others.filter(({ state }) => state === 'submitted' || state === 'accepted').length,
    missing: missing.length,
    notYetDue: missing.filter((o) => !isOverdue(o, asOf)).length,
    demonstration,
  };
}
