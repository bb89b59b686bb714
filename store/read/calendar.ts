/** What calendars show: the days of a year on the page, and the dates in a feed at its secret address. */

import { type Obligation, obligationId } from '../../domain/obligation/obligation.ts';
import type { MessageKind } from '../../domain/plan/message-kinds.ts';
import type { Round, RoundPhase } from '../../domain/round/round.ts';
import type { Instant } from '../../domain/time/time.ts';
import { at, type Db } from '../db/pool.ts';
import { findObligation } from './obligations.ts';
import { roundsOfPlan } from './rounds.ts';

export type CalendarRows = {
  readonly rounds: readonly Round[];
  readonly steps: readonly {
    readonly period: string;
    readonly kind: MessageKind;
    readonly at: Instant;
    readonly units: number;
  }[];
};

/** Steps from `from` up to but not including `to`, grouped by minute. Leaves out answers to single units. */
export async function readCalendarPage(
  db: Db,
  plan: string,
  between: { readonly from: Instant; readonly to: Instant },
): Promise<CalendarRows> {
  const { rows } = await db.query<CalendarRows['steps'][number]>(
    `select r.period, s.kind, date_trunc('minute', s.at) as at, count(distinct s.obligation)::int as units
       from step s join obligation o on o.id = s.obligation join round r on r.id = o.round
      where r.plan = $1 and s.at >= $2 and s.at < $3 and s.state in ('planned', 'performed')
        and s.kind not in ('receipt', 'returned', 'extended', 'extension-refused') and s.key !~ '^(remind|resend)-'
      group by 1, 2, 3 order by 3, 1, 2`,
    [plan, at(between.from), at(between.to)],
  );
  return { rounds: await roundsOfPlan(db, plan), steps: rows };
}

export type FeedObligation = Obligation & {
  readonly period: string;
  readonly phase: RoundPhase;
  readonly opensAt: Instant;
};

/** One query for each round: a plan has only a few. */
export async function readFeedObligations(
  db: Db,
  plan: string,
  unit: string,
): Promise<FeedObligation[]> {
  const found: FeedObligation[] = [];
  for (const { id, period, phase, opensAt } of await roundsOfPlan(db, plan)) {
    const obligation = await findObligation(db, obligationId(id, unit));
    if (obligation) found.push({ ...obligation, period, phase, opensAt });
  }
  return found;
}

/** A calendar address. It is secret: only its hash is stored. It can be revoked. */
export type Feed = {
  readonly id: string;
  /** Code of the unit; null for the bureau's feed. */
  readonly unit: string | null;
  readonly madeAt: Instant;
  readonly madeBy: string;
};

const feedColumns = `id, unit, made_at as "madeAt", made_by as "madeBy"`;

export async function findFeed(db: Db, plan: string, tokenHash: string): Promise<Feed | null> {
  const { rows } = await db.query<Feed>(
    `select ${feedColumns} from feed where plan = $1 and token_hash = $2 and revoked_at is null`,
    [plan, tokenHash],
  );
  return rows[0] ?? null;
}

/** Not revoked. */
export async function readFeeds(db: Db, plan: string): Promise<Feed[]> {
  const { rows } = await db.query<Feed>(
    `select ${feedColumns} from feed where plan = $1 and revoked_at is null order by made_at, id`,
    [plan],
  );
  return rows;
}
