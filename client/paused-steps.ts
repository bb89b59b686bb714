/** Steps that wait while sending is paused, and what would happen to them if it resumed now (docs/rules.md rule 15). */
import { replan } from '../domain/ladder/look.ts';
import type { Step } from '../domain/ladder/step.ts';
import type { Obligation } from '../domain/obligation/obligation.ts';
import type { MessageKind } from '../domain/plan/message-kinds.ts';
import { isHalted, type Round } from '../domain/round/round.ts';
import type { Instant } from '../domain/time/time.ts';
import type { Db } from '../store/db/pool.ts';
import { readObligations } from '../store/read/obligations.ts';
import { type Rules, readRules } from '../store/read/plans.ts';
import { roundsOfPlan } from '../store/read/rounds.ts';
import { readStepsOfAll } from '../store/read/steps.ts';

export type PausedStep = {
  readonly obligation: string;
  readonly period: string;
  readonly unit: string;
  readonly unitName: string;
  readonly step: string;
  readonly kind: MessageKind;
  /** When it was planned to go out. */
  readonly at: Instant;
  /** When it would go out if sending resumed now; null when it would be dropped. */
  readonly goesAt: Instant | null;
  /** Why it would be dropped. */
  readonly reason: string | null;
};

/** Of all open rounds whose sending is paused, by the round's switch or the plan's; oldest first. */
export async function readPausedSteps(db: Db, plan: string, now: Instant): Promise<PausedStep[]> {
  const rules = await readRules(db, plan);
  const halted = (await roundsOfPlan(db, plan)).filter(
    (round) => round.phase === 'open' && isHalted(round),
  );
  const lists = await Promise.all(halted.map((round) => ofRound(db, rules, round, now)));
  return lists.flat().toSorted((a, b) => a.at - b.at || (a.obligation < b.obligation ? -1 : 1));
}

async function ofRound(db: Db, rules: Rules, round: Round, now: Instant): Promise<PausedStep[]> {
  const steps = await readStepsOfAll(db, round.id);
  return (await readObligations(db, round.id)).flatMap((of) =>
    ofObligation(rules, round, of, steps.get(of.id) ?? [], now),
  );
}

function ofObligation(
  rules: Rules,
  round: Round,
  of: Obligation,
  steps: readonly Step[],
  now: Instant,
): PausedStep[] {
  const due = steps.filter(({ state, at }) => state === 'planned' && at <= now);
  if (due.length === 0) return [];
  const { calendar, zone, plan } = rules;
  const { policy } = plan;
  const present = { obligation: of, phase: round.phase, steps, policy, calendar, zone, asOf: now };
  const after = new Map(replan(present).steps.map((step) => [idOf(step), step]));
  return due.map((step) => {
    const then = after.get(idOf(step));
    const goes = then?.state === 'planned';
    return {
      obligation: of.id,
      period: round.period,
      unit: of.unit,
      unitName: of.unitName,
      step: step.key,
      kind: step.kind,
      at: step.at,
      goesAt: goes ? then.at : null,
      reason: goes ? null : (then?.reason ?? null),
    };
  });
}

const idOf = ({ cycle, key }: Step): string => `${cycle}#${key}`;
