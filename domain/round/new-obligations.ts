/** The obligations of a round when it opens: one for each unit that owes a report (docs/rules.md, rule 6). */
import { type Obligation, obligationId } from '../obligation/obligation.ts';
import { owed } from '../plan/owed.ts';
import type { Plan } from '../plan/plan.ts';
import { parsePeriod } from '../time/period.ts';
import type { Round } from './round.ts';

export const newObligations = (
  plan: Plan,
  round: Pick<Round, 'id' | 'period' | 'due'>,
): Obligation[] =>
  owed(plan, parsePeriod(round.period)).map(({ unit, items, optionalItems }) => ({
    id: obligationId(round.id, unit.code),
    round: round.id,
    unit: unit.code,
    unitName: unit.name,
    unitKind: unit.kind,
    unitClass: unit.class,
    own: unit.code === plan.bureau.unit,
    items,
    optionalItems,
    state: 'open',
    rev: 0,
    cycle: 1,
    cycleKind: 'first',
    cycleFrom: null,
    due: round.due,
    originalDue: round.due,
    dueBeforeExtension: null,
    firstReceivedAt: null,
    firstVersion: null,
    firstDueAt: null,
    receivedAt: null,
    version: 0,
    returnLate: false,
    confirmedAt: null,
    promisedOn: null,
    waivedReason: null,
  }));
