/** What happens on the days of a year: the rounds' own dates, and the steps of their obligations counted by moment. */
import type { MessageKind } from '../../domain/plan/policy.ts';
import type { Round } from '../../domain/round/round.ts';
import type { Instant } from '../../domain/time/time.ts';
import { at, type Db } from '../db/transaction.ts';
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

/** Steps, to the minute, from one instant up to, and without, another; answers to single units are left out. */
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
