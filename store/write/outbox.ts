/**
 * The outbox: what workflows still have to be told. Rows are written in the transaction of the change; worker/relay.ts
 * sends them.
 */
import type { Db } from '../db/pool.ts';
import { write } from '../db/transaction.ts';
import { countRound } from './rounds.ts';

type OutboxKind = 'changed' | 'start-year' | 'start-round';
export type Waiting = {
  readonly id: number;
  readonly kind: OutboxKind;
  readonly workflowId: string;
  readonly rev: number;
};

/** NOTIFY channel, a hint at commit. If it is lost, the relay's sweep finds the rows. */
export const OUTBOX_CHANNEL = 'cuibao_outbox';

export async function addToOutbox(
  tx: Db,
  kind: OutboxKind,
  workflowId: string,
  rev: number,
): Promise<void> {
  await write(
    tx,
    `with added as (insert into outbox (kind, workflow_id, rev) values ($1, $2, $3) returning 1)
     select pg_notify($4, '') from added`,
    [kind, workflowId, rev, OUTBOX_CHANNEL],
  );
}

/** Makes obligations look again after a change other than a command on them. */
export async function tellToLook(tx: Db, obligations: readonly string[]): Promise<void> {
  const { rows } = await tx.query<{ id: string; rev: number }>(
    `update obligation set rev = rev + 1 where id = any($1) returning id, rev`,
    [obligations],
  );
  for (const row of rows) await addToOutbox(tx, 'changed', row.id, row.rev);
}

/**
 * Leases up to fifty rows for thirty seconds. The lease is committed before anything is sent: no transaction stays open
 * during a call to Temporal, and the rows of a crashed relay come free by themselves.
 */
export async function leaseOutbox(db: Db): Promise<Waiting[]> {
  const { rows } = await db.query<{
    id: number;
    kind: OutboxKind;
    workflow_id: string;
    rev: number;
  }>(
    `update outbox set leased_until = now() + interval '30 seconds', attempts = attempts + 1
      where id in (select id from outbox
                    where sent_at is null and (leased_until is null or leased_until < now())
                    order by id limit 50 for update skip locked)
      returning id, kind, workflow_id, rev`,
  );
  return rows
    .map((row) => ({ id: row.id, kind: row.kind, workflowId: row.workflow_id, rev: row.rev }))
    .sort((a, b) => a.id - b.id);
}

export async function markSent(db: Db, ids: readonly number[]): Promise<void> {
  await db.query(`update outbox set sent_at = now() where id = any($1)`, [ids]);
}

/** Frees rows at once that the relay could not send. */
export async function returnLease(db: Db, ids: readonly number[]): Promise<void> {
  await db.query(`update outbox set leased_until = null where id = any($1) and sent_at is null`, [
    ids,
  ]);
}

/** Each obligation of the round looks again: the round is over, open again, paused or has moved. */
export async function tellObligationsOf(tx: Db, round: string): Promise<void> {
  const { rows } = await tx.query<{ id: string; rev: number }>(
    `update obligation set rev = rev + 1 where round = $1 returning id, rev`,
    [round],
  );
  for (const row of rows) await addToOutbox(tx, 'changed', row.id, row.rev);
}

/** The round and each of its obligations look again. */
export async function tellRound(tx: Db, round: string): Promise<void> {
  const { rev } = await countRound(tx, round, { outstanding: 0, reportChanged: false });
  await addToOutbox(tx, 'changed', round, rev);
  await tellObligationsOf(tx, round);
}
