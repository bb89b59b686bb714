/** Makes one command from a person's wish and applies it. Needs Postgres only. */
import { randomUUID } from 'node:crypto';
import type { Actor, Command, Outcome, Seen } from '../domain/command.ts';
import type { ObligationAct } from '../domain/obligation/act.ts';
import { obligationId, roundId, yearId } from '../domain/obligation/obligation.ts';
import type { Plan, Unit } from '../domain/plan/plan.ts';
import { findUnit } from '../domain/plan/roster.ts';
import type { PlanAct } from '../domain/plan-change/act.ts';
import type { RoundAct, YearAct } from '../domain/round/round.ts';
import { periodInPlan } from '../domain/time/period.ts';
import type { Now } from '../domain/time/time.ts';
import type { Pool } from '../store/db/pool.ts';
import { refuseWhenClocksDiffer } from '../store/read/installation.ts';
import { applyCommand } from '../store/write/commands.ts';

export type CommandDeps = { readonly pool: Pool; readonly now: Now };

/** Who asks. A second command with the same `id` and content gets the first answer again. */
export type Wish = {
  readonly actor: Actor;
  readonly id?: string | undefined;
  /** What the page had shown; the command is refused as `superseded` when that has changed since. */
  readonly seen?: Seen | undefined;
};

export const onObligation = (
  deps: CommandDeps,
  wish: Wish,
  obligation: string,
  act: ObligationAct,
): Promise<Outcome> => carryOut(deps, wish, { obligation, act });

export const onRound = (
  deps: CommandDeps,
  wish: Wish,
  round: string,
  act: RoundAct,
): Promise<Outcome> => carryOut(deps, wish, { round, act });

export const onYear = (
  deps: CommandDeps,
  wish: Wish,
  year: string,
  act: YearAct,
): Promise<Outcome> => carryOut(deps, wish, { year, act });

export const onPlan = (
  deps: CommandDeps,
  wish: Wish,
  plan: string,
  act: PlanAct,
): Promise<Outcome> => carryOut(deps, wish, { plan, act });

/** @throws Problem `invalid` for what is no period, `not_found` for one outside the plan */
export const roundOf = (plan: Plan, period: string): string =>
  roundId(plan.id, periodInPlan(plan, period));

/** @param unitText code, name or alias @throws Problem `not_found` with the nearest names */
export function obligationOf(
  plan: Plan,
  period: string,
  unitText: string,
): { readonly id: string; readonly unit: Unit } {
  const round = roundOf(plan, period);
  const unit = findUnit(plan, unitText);
  return { id: obligationId(round, unit.code), unit };
}

export const yearOf = (plan: Plan, year: number): string => yearId(plan.id, year);

type Target =
  | { readonly obligation: string; readonly act: ObligationAct }
  | { readonly round: string; readonly act: RoundAct }
  | { readonly year: string; readonly act: YearAct }
  | { readonly plan: string; readonly act: PlanAct };

async function carryOut(
  deps: CommandDeps,
  { actor, id, seen }: Wish,
  target: Target,
): Promise<Outcome> {
  const { kind } = target.act;
  if (kind === 'submit' || kind === 'record') await refuseWhenClocksDiffer(deps.pool);
  const command: Command = {
    id: id ?? randomUUID(),
    actor,
    receivedAt: await deps.now(),
    seen,
    ...target,
  };
  return applyCommand(deps.pool, command);
}
