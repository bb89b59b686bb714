/** Obligations: one unit × one round. */

import type { CycleKind, Obligation, ObligationState } from '../../domain/obligation/obligation.ts';
import type { UnitKind } from '../../domain/plan/plan.ts';
import type { UnitClass } from '../../domain/plan/policy.ts';
import { Problem } from '../../domain/problem.ts';
import type { Due } from '../../domain/time/due.ts';
import type { Day, Instant } from '../../domain/time/time.ts';
import { at, type Db } from '../db/pool.ts';

export type ObligationRow = {
  id: string;
  round: string;
  unit: string;
  unit_name: string;
  unit_kind: UnitKind;
  unit_class: UnitClass;
  own: boolean;
  items: number[];
  optional_items: number[];
  state: ObligationState;
  rev: number;
  cycle: number;
  cycle_kind: CycleKind;
  cycle_from: Instant | null;
  due: Due;
  original_due: Due;
  due_before_extension: Due | null;
  first_received_at: Instant | null;
  first_version: number | null;
  first_due_at: Instant | null;
  received_at: Instant | null;
  version: number;
  return_late: boolean;
  confirmed_at: Instant | null;
  promised_on: Day | null;
  waived_reason: string | null;
};

export const OBLIGATION_COLUMNS = `id, round, unit, unit_name, unit_kind, unit_class, own, items, optional_items, state, rev, cycle,
  cycle_kind, cycle_from, due, original_due, due_before_extension, first_received_at, first_version, first_due_at,
  received_at, version, return_late, confirmed_at, promised_on, waived_reason`;

export async function findObligation(db: Db, id: string): Promise<Obligation | null> {
  const { rows } = await db.query<ObligationRow>(
    `select ${OBLIGATION_COLUMNS} from obligation where id = $1`,
    [id],
  );
  return rows[0] ? toObligation(rows[0]) : null;
}

export async function readObligation(db: Db, id: string): Promise<Obligation> {
  const found = await findObligation(db, id);
  if (found) return found;
  throw noObligation(id);
}

export const noObligation = (id: string): Problem =>
  new Problem('not_found', `没有报送任务“${id}”；该单位本期可能不需报送，或批次尚未开启。`);

/** All obligations of a round, departments first, then towns, each in the order of the plan. */
export async function readObligations(db: Db, round: string): Promise<Obligation[]> {
  const { rows } = await db.query<ObligationRow>(
    `select ${OBLIGATION_COLUMNS} from obligation where round = $1 order by ordinal`,
    [round],
  );
  return rows.map(toObligation);
}

/** The columns that a list of thousands needs: reading and parsing the others would take longer than all the rest. */
export type BriefObligation = Pick<
  Obligation,
  | 'id'
  | 'unit'
  | 'unitName'
  | 'unitKind'
  | 'unitClass'
  | 'own'
  | 'state'
  | 'due'
  | 'originalDue'
  | 'dueBeforeExtension'
  | 'firstReceivedAt'
  | 'firstDueAt'
  | 'receivedAt'
  | 'confirmedAt'
  | 'promisedOn'
  | 'waivedReason'
>;

export async function readObligationsBriefly(db: Db, round: string): Promise<BriefObligation[]> {
  const { rows } = await db.query<BriefObligation>(
    `select id, unit, unit_name as "unitName", unit_kind as "unitKind", unit_class as "unitClass", own, state, due,
            original_due as "originalDue", due_before_extension as "dueBeforeExtension", first_received_at as "firstReceivedAt",
            first_due_at as "firstDueAt", received_at as "receivedAt", confirmed_at as "confirmedAt",
            promised_on as "promisedOn", waived_reason as "waivedReason"
       from obligation where round = $1 order by ordinal`,
    [round],
  );
  return rows;
}

/** Obligations whose workflow has never looked. */
export async function neverLooked(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await db.query<{ id: string }>(
    `select id from obligation where id = any($1) and looked_rev < 0`,
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Obligations whose workflow has looked, but not at the newest revision. */
export async function notLooked(db: Db, round: string): Promise<{ id: string; rev: number }[]> {
  const { rows } = await db.query<{ id: string; rev: number }>(
    `select id, rev from obligation where round = $1 and looked_rev between 0 and rev - 1 order by ordinal`,
    [round],
  );
  return rows;
}

export const toObligation = (row: ObligationRow): Obligation => ({
  id: row.id,
  round: row.round,
  unit: row.unit,
  unitName: row.unit_name,
  unitKind: row.unit_kind,
  unitClass: row.unit_class,
  own: row.own,
  items: row.items,
  optionalItems: row.optional_items,
  state: row.state,
  rev: row.rev,
  cycle: row.cycle,
  cycleKind: row.cycle_kind,
  cycleFrom: row.cycle_from,
  due: row.due,
  originalDue: row.original_due,
  dueBeforeExtension: row.due_before_extension,
  firstReceivedAt: row.first_received_at,
  firstVersion: row.first_version,
  firstDueAt: row.first_due_at,
  receivedAt: row.received_at,
  version: row.version,
  returnLate: row.return_late,
  confirmedAt: row.confirmed_at,
  promisedOn: row.promised_on,
  waivedReason: row.waived_reason,
});

/** Obligations with a step or delivery planned before `then`, or whose workflow has not seen the newest revision. */
export async function withSomethingBefore(db: Db, round: string, then: Instant): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select o.id from obligation o
      where o.round = $1
        and (o.looked_rev < o.rev
          or exists (select 1 from step s where s.obligation = o.id and s.state = 'planned' and s.at < $2)
          or exists (select 1 from delivery d
                      where d.obligation = o.id and d.state in ('planned', 'sending') and d.at < $2))
      order by o.ordinal`,
    [round, at(then)],
  );
  return rows.map((row) => row.id);
}
