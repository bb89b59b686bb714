/** Where a person's wish becomes one command: who, about which unit or round, what. Answered by Postgres alone. */
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

/** Who asks. An `id` given twice with the same content gets the first answer again. */
export type Wish = {
  readonly actor: Actor;
  readonly id?: string | undefined;
  /** What the page had shown: the wish is refused as `superseded` when others acted since. */
  readonly seen?: Seen | undefined;
};

export const onObligation = (
  desk: CommandDeps,
  wish: Wish,
  obligation: string,
  act: ObligationAct,
): Promise<Outcome> => carryOut(desk, wish, { obligation, act });

export const onRound = (
  desk: CommandDeps,
  wish: Wish,
  round: string,
  act: RoundAct,
): Promise<Outcome> => carryOut(desk, wish, { round, act });

export const onYear = (
  desk: CommandDeps,
  wish: Wish,
  year: string,
  act: YearAct,
): Promise<Outcome> => carryOut(desk, wish, { year, act });

export const onPlan = (
  desk: CommandDeps,
  wish: Wish,
  plan: string,
  act: PlanAct,
): Promise<Outcome> => carryOut(desk, wish, { plan, act });

/** Throws `invalid` for what is no period, `not_found` for one outside the plan. */
export const roundOf = (plan: Plan, period: string): string =>
  roundId(plan.id, periodInPlan(plan, period));

/** By code, name or alias. Throws `not_found` with the nearest names. */
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
  desk: CommandDeps,
  { actor, id, seen }: Wish,
  target: Target,
): Promise<Outcome> {
  const { kind } = target.act;
  if (kind === 'submit' || kind === 'record') await refuseWhenClocksDiffer(desk.pool);
  const command: Command = {
    id: id ?? randomUUID(),
    actor,
    receivedAt: await desk.now(),
    seen,
    ...target,
  };
  return applyCommand(desk.pool, command);
}
