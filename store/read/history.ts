/** How each unit reported over the periods of a plan: on time by the date valid then, and by the original date. */
import type { ObligationState } from '../../domain/obligation/obligation.ts';
import type { UnitKind } from '../../domain/plan/plan.ts';
import type { UnitClass } from '../../domain/plan/policy.ts';
import type { RoundPhase } from '../../domain/round/round.ts';
import type { Instant } from '../../domain/time/time.ts';
import { at, type Db } from '../db/pool.ts';

/** `late`: the report came after the date, or the date has passed without a report. */
export type Timeliness = 'on time' | 'late' | 'missing' | 'waived' | 'not due';

export type HistoryCell = {
  readonly period: string;
  readonly phase: RoundPhase;
  readonly unit: string;
  readonly unitName: string;
  readonly unitKind: UnitKind;
  readonly unitClass: UnitClass;
  readonly own: boolean;
  readonly state: ObligationState;
  readonly firstReceivedAt: Instant | null;
  readonly byEffective: Timeliness;
  readonly byOriginal: Timeliness;
};

/** Rounds that have opened and were not cancelled; by unit in the order of the plan, then by period. */
export async function readHistory(db: Db, plan: string, asOf: Instant): Promise<HistoryCell[]> {
  const { rows } = await db.query<HistoryCell>(
    `select r.period, r.phase, o.unit, o.unit_name as "unitName", o.unit_kind as "unitKind",
            o.unit_class as "unitClass", o.own, o.state, o.first_received_at as "firstReceivedAt",
            ${timeliness(`coalesce(extract(epoch from o.first_due_at), (o.due->>'at')::float8 / 1000)`)} as "byEffective",
            ${timeliness(`(o.original_due->>'at')::float8 / 1000`)} as "byOriginal"
       from obligation o join round r on r.id = o.round
      where r.plan = $1 and r.phase in ('open', 'signed-off')
      order by o.ordinal, o.unit, r.due_at`,
    [plan, at(asOf)],
  );
  return rows;
}

/** @param due the due instant in epoch seconds, as SQL */
const timeliness = (due: string): string =>
  `case when o.state = 'waived' then 'waived'
        when o.first_received_at is null and $2 <= to_timestamp(${due}) then 'not due'
        when o.first_received_at is null then 'missing'
        when o.first_received_at <= to_timestamp(${due}) then 'on time'
        else 'late' end`;

/** Whether the history ranks units: off until the chief turns it on. */
export async function readRanking(db: Db): Promise<boolean> {
  const { rows } = await db.query<{ value: unknown }>(
    `select value from setting where key = 'ranking'`,
  );
  return rows[0]?.value === true;
}
