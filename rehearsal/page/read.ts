/** What the page shows beside the JSON result: dates of the rounds, names, and everything people did. */

import type { ObligationAct, Way } from '../../domain/obligation/act.ts';
import {
  type Obligation,
  type ObligationState,
  yearId,
} from '../../domain/obligation/obligation.ts';
import type { Round } from '../../domain/round/round.ts';
import type { Day, Instant, Zone } from '../../domain/time/time.ts';
import type { WorkCalendar } from '../../domain/time/workdays.ts';
import type { Db } from '../../store/db/pool.ts';
import { type Compiled, readCompilations } from '../../store/read/compilations.ts';
import { readObligations } from '../../store/read/obligations.ts';
import type { Rules } from '../../store/read/plans.ts';
import { roundsOfYear } from '../../store/read/rounds.ts';

export type PageUnit = { readonly obligation: Obligation; readonly acts: readonly Act[] };

export type PageRound = {
  readonly round: Round;
  readonly compilations: readonly Compiled[];
  readonly units: readonly PageUnit[];
};

/** The page is drawn from this and the result. */
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

/** An accepted command on an obligation. */
export type Act = {
  readonly at: Instant;
  readonly kind: ObligationAct['kind'];
  readonly actor: string;
  /** The state after it; null when the command leaves none (a supplement after sign-off). */
  readonly state: ObligationState | null;
  /** The due instant that it set. */
  readonly dueAt: Instant | null;
  /** The date that it set or that was promised. */
  readonly on: Day | null;
  /** Only of recorded reports (代录): how and when the report really came. */
  readonly way: Way | null;
  readonly reallyAt: Instant | null;
  /** Reason, answer or evidence, as typed. */
  readonly said: string | null;
};

/** By obligation, in order of time. Refused commands changed nothing; the result lists them in `refused`. */
async function readActs(db: Db, rules: Rules, round: string): Promise<Map<string, Act[]>> {
  const { rows } = await db.query<Row>(
    `select obligation, received_at as at, kind, actor->>'name' as actor, outcome->>'state' as state,
            content - 'report' as content
       from command
      where subject = $1 and obligation is not null and (outcome->>'ok')::boolean
      order by seq`,
    [round],
  );
  const acts = new Map<string, Act[]>();
  for (const row of rows) {
    const of = acts.get(row.obligation) ?? [];
    acts.set(row.obligation, [...of, toAct(row, rules)]);
  }
  return acts;
}

type Row = Pick<Act, 'at' | 'kind' | 'actor' | 'state'> & {
  readonly obligation: string;
  readonly content: {
    readonly until?: Day;
    readonly promisedOn?: Day | null;
    readonly way?: Way;
    readonly actuallyReceivedAt?: Instant;
    readonly reason?: string;
    readonly answer?: string;
    readonly evidence?: string;
    readonly text?: string;
  };
};

function toAct({ at, kind, actor, state, content }: Row, { dates }: Rules): Act {
  const { until, promisedOn, reason, answer, evidence, text } = content;
  return {
    at,
    kind,
    actor,
    state,
    dueAt: until ? dates.dueOn(until).at : null,
    on: until ?? promisedOn ?? null,
    way: content.way ?? null,
    reallyAt: content.actuallyReceivedAt ?? null,
    said: reason ?? answer ?? evidence ?? text ?? null,
  };
}
