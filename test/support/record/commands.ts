/** Commands as a page or the command line would make them, each with an id of its own. */
import type {
  ObligationAct,
  ObligationCommand,
  RoundAct,
  RoundCommand,
  YearAct,
  YearCommand,
} from '../../../domain/command.ts';
import { obligationId } from '../../../domain/obligation/obligation.ts';
import { prefilledReport } from '../../../domain/obligation/report-problems.ts';
import type { Report } from '../../../domain/obligation/submission.ts';
import { owed } from '../../../domain/plan/owed.ts';
import { parsePeriod } from '../../../domain/time/period.ts';
import { shippedPlan } from '../../../rehearsal/shipped-plan.ts';
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

/** A report of that unit that is in order. */
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
