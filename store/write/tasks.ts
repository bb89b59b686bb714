/** Writes `task`. Ids are built from the cause, so no task is added twice. */

import type { Instant } from '../../domain/time/time.ts';
import { at, type Db } from '../db/pool.ts';
import { write } from '../db/transaction.ts';
import type { Task, TaskKind } from '../read/tasks.ts';

/** Existing tasks stay as they are. */
export async function addTasks(tx: Db, ...tasks: readonly Task[]): Promise<void> {
  await write(
    tx,
    `insert into task (id, round, obligation, delivery, kind, text, since)
     select t.id, t.round, t.obligation, t.delivery, t.kind, t.text, to_timestamp(t.since / 1000.0)
       from jsonb_to_recordset($1) as t(id text, round text, obligation text, delivery text, kind text, text text,
            since float8)
     on conflict (id) do nothing`,
    [JSON.stringify(tasks)],
  );
}

/** Closed by a command (a call was recorded, a letter released) or because the report arrived. */
export async function closeTasks(
  tx: Db,
  which: { obligation: string; kinds?: readonly TaskKind[]; delivery?: string },
  doneAt: Instant,
  doneBy: string,
): Promise<void> {
  await write(
    tx,
    `update task set done_at = $4, done_by = $5
      where obligation = $1 and done_at is null
        and ($2::text[] is null or kind = any($2)) and ($3::text is null or delivery = $3)`,
    [which.obligation, which.kinds ?? null, which.delivery ?? null, at(doneAt), doneBy],
  );
}

/** Closes one open task. */
export async function closeTask(
  tx: Db,
  id: string,
  doneAt: Instant,
  doneBy: string,
): Promise<void> {
  await tx.query(`update task set done_at = $2, done_by = $3 where id = $1 and done_at is null`, [
    id,
    at(doneAt),
    doneBy,
  ]);
}

/**
 * Closes the officer's task about liaisons that a unit has named. It has no obligation: the round may not be open yet.
 */
export async function closeContactTasks(
  tx: Db,
  { round, unit }: { readonly round: string; readonly unit: string },
  doneAt: Instant,
  doneBy: string,
): Promise<void> {
  await tx.query(
    `update task set done_at = $3, done_by = $4
      where round = $1 and kind = 'contacts' and done_at is null and starts_with(id, $2)`,
    [round, `contacts#${round}/${unit}#`, at(doneAt), doneBy],
  );
}
