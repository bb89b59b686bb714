/** Commands as the pages and the command line make them, each with its own id. */
import type { ObligationCommand, RoundCommand, YearCommand } from '../../../domain/command.ts';
import type { ObligationAct } from '../../../domain/obligation/act.ts';
import { obligationId } from '../../../domain/obligation/obligation.ts';
import { prefilledReport } from '../../../domain/obligation/report-form.ts';
import type { Report } from '../../../domain/obligation/submission.ts';
import { owed } from '../../../domain/plan/owed.ts';
import type { RoundAct, YearAct } from '../../../domain/round/round.ts';
import { parsePeriod } from '../../../domain/time/period.ts';
import { shippedPlan } from '../../../rehearsal/shipped-plan.ts';
import type { Pool } from '../../../store/db/pool.ts';
import { readObligations } from '../../../store/read/obligations.ts';
import { findRound } from '../../../store/read/rounds.ts';
import { administrator, liaison, officer, ROUND, YEAR } from '../people/cast.ts';
import { at } from '../time/dates.ts';

type Other = Partial<Pick<ObligationCommand, 'id' | 'actor' | 'receivedAt'>>;

let drawn = 0;
const envelope = (actor: ObligationCommand['actor'], other: Other) => ({
  id: `command-${++drawn}`,
  actor,
  receivedAt: at('2018-07-13 11:00'),
  ...other,
});

export const onObligation = (
  obligation: string,
  act: ObligationAct,
  other: Other = {},
): ObligationCommand => ({ ...envelope(officer, other), obligation, act });

export const onRound = (
  act: RoundAct,
  other: Other & { readonly round?: string } = {},
): RoundCommand => ({ ...envelope(officer, {}), round: ROUND, ...other, act });

export const onYear = (
  act: YearAct,
  other: Other & { readonly year?: string } = {},
): YearCommand => ({ ...envelope(administrator, {}), year: YEAR, ...other, act });

const reports = new Map<string, Report>(
  owed(shippedPlan, parsePeriod('2018H1')).map(({ unit, items, optionalItems }) => [
    obligationId(ROUND, unit.code),
    prefilledReport(
      { items, optionalItems, isTown: unit.kind === 'town' },
      null,
      shippedPlan.items,
    ),
  ]),
);

/** A valid report of that obligation's unit. */
export function reportOf(obligation: string): Report {
  const report = reports.get(obligation);
  if (!report) throw new Error(`no report of ${obligation}`);
  return report;
}

export const submit = (obligation: string, other: Other = {}): ObligationCommand =>
  onObligation(
    obligation,
    { kind: 'submit', report: reportOf(obligation) },
    { actor: liaison, ...other },
  );

/** Everything that a refused command must not change, as one value to compare. Without the audit trail, which records refusals too. */
export async function snapshot(pool: Pool, round: string): Promise<unknown> {
  const { rows } = await pool.query(
    `select (select count(*) from outbox) as outbox, (select count(*) from submission) as submissions,
            (select count(*) from step) as steps, (select count(*) from task) as tasks,
            (select count(*) from delivery) as deliveries, (select jsonb_agg(y order by id) from reporting_year y) as years`,
  );
  return [await findRound(pool, round), await readObligations(pool, round), rows];
}

export const trailLength = async (pool: Pool): Promise<number> => {
  const { rows } = await pool.query<{ entries: number }>(`select count(*) as entries from command`);
  return rows[0]?.entries ?? 0;
};
