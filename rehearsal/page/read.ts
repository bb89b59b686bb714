/** What the page shows beside the JSON result: dates of the rounds, names, and everything people did. Read once. */
import { type Obligation, yearId } from '../../domain/obligation/obligation.ts';
import type { Round } from '../../domain/round/round.ts';
import type { Instant, Zone } from '../../domain/time/time.ts';
import type { WorkCalendar } from '../../domain/time/workdays.ts';
import type { Db } from '../../store/db/transaction.ts';
import { type Compiled, readCompilations } from '../../store/read/compilations.ts';
import { readObligations } from '../../store/read/obligations.ts';
import { roundsOfYear } from '../../store/read/rounds.ts';
import type { Rules } from '../../store/rules.ts';
import { type Act, readActs } from './acts.ts';

export type PageUnit = { readonly obligation: Obligation; readonly acts: readonly Act[] };

export type PageRound = {
  readonly round: Round;
  readonly compilations: readonly Compiled[];
  readonly units: readonly PageUnit[];
};

/** What the rehearsal's page is drawn from, beside the result. */
export type PageRecord = {
  readonly plan: string;
  readonly bureau: string;
  readonly calendar: WorkCalendar;
  readonly zone: Zone;
  readonly endedAt: Instant;
  readonly rounds: readonly PageRound[];
};

export async function readPageRecord(
  db: Db,
  rules: Rules,
  year: number,
  endedAt: Instant,
): Promise<PageRecord> {
  const { plan, calendar, zone } = rules;
  const rounds: PageRound[] = [];
  for (const round of await roundsOfYear(db, yearId(plan.id, year))) {
    const acts = await readActs(db, rules, round.id);
    rounds.push({
      round,
      compilations: await readCompilations(db, round.id),
      units: (await readObligations(db, round.id)).map((obligation) => ({
        obligation,
        acts: acts.get(obligation.id) ?? [],
      })),
    });
  }
  return { plan: plan.title, bureau: plan.bureau.name, calendar, zone, endedAt, rounds };
}
