/** Writes `obligation`. Rows are created when a round opens; later changes come from commands and imports. */

import type { Obligation } from '../../domain/obligation/obligation.ts';
import { at, type Db } from '../db/pool.ts';
import { write } from '../db/transaction.ts';

/** @returns how many rows are new */
export async function insertObligations(
  tx: Db,
  obligations: readonly Obligation[],
): Promise<number> {
  const { rowCount } = await tx.query(
    `insert into obligation (id, round, unit, unit_name, unit_kind, unit_class, own, ordinal, items, optional_items,
                             state, cycle_kind, due, original_due)
     select o.id, o.round, o.unit, o."unitName", o."unitKind", o."unitClass", o.own, o.ordinal,
            array(select jsonb_array_elements_text(o.items)::int),
            array(select jsonb_array_elements_text(o."optionalItems")::int),
            'open', 'first', o.due, o."originalDue"
       from jsonb_to_recordset($1) as o(id text, round text, unit text, "unitName" text, "unitKind" text,
            "unitClass" text, own boolean, ordinal int, items jsonb, "optionalItems" jsonb, due jsonb,
            "originalDue" jsonb)
     on conflict (id) do nothing`,
    [JSON.stringify(obligations.map((o, ordinal) => ({ ...o, ordinal })))],
  );
  return rowCount ?? 0;
}

export async function saveObligation(tx: Db, o: Obligation): Promise<void> {
  await write(
    tx,
    `update obligation
        set state = $2, rev = $3, cycle = $4, cycle_kind = $5, cycle_from = $6, due = $7, original_due = $8,
            due_before_extension = $9, first_received_at = $10, first_version = $11, first_due_at = $12,
            received_at = $13, version = $14, return_late = $15, confirmed_at = $16, promised_on = $17,
            waived_reason = $18
      where id = $1`,
    [
      o.id,
      o.state,
      o.rev,
      o.cycle,
      o.cycleKind,
      at(o.cycleFrom),
      JSON.stringify(o.due),
      JSON.stringify(o.originalDue),
      o.dueBeforeExtension === null ? null : JSON.stringify(o.dueBeforeExtension),
      at(o.firstReceivedAt),
      o.firstVersion,
      at(o.firstDueAt),
      at(o.receivedAt),
      o.version,
      o.returnLate,
      at(o.confirmedAt),
      o.promisedOn,
      o.waivedReason,
    ],
  );
}
