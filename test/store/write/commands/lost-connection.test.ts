import { afterAll, beforeAll, expect, it, test } from 'vitest';
import { connect, type Pool } from '../../../../store/db/pool.ts';
import { readRound } from '../../../../store/read/rounds.ts';
import { readSteps } from '../../../../store/read/steps.ts';
import { readSubmissions } from '../../../../store/read/submissions.ts';
import { brokenEntry } from '../../../../store/read/trail.ts';
import { applyCommand } from '../../../../store/write/commands.ts';
import { ROUND } from '../../../support/people/cast.ts';
import { onObligation, submit } from '../../../support/record/commands.ts';
import type { TestDatabase } from '../../../support/record/database.ts';
import { forgetting, inOrder, stopping } from '../../../support/record/interleave.ts';
import { byUnit, openedRound } from '../../../support/record/opened-round.ts';
import { calledFor } from '../../../support/rules/ladder.ts';

let database: TestDatabase;
let pool: Pool;
let units: Iterator<string>;
beforeAll(async () => {
  database = await openedRound();
  pool = database.pool;
  units = [...(await byUnit(pool)).values()]
    .filter((o) => !o.own)
    .map((o) => o.id)
    .values();
});
afterAll(async () => {
  expect(await brokenEntry(pool, ROUND)).toBeNull();
  await database.drop();
});

const nextUnit = (): string => String(units.next().value);

/** Ends every connection that has a transaction open. @returns how many there were */
async function cutOpenTransactions(): Promise<number> {
  const { rowCount } = await pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null`,
  );
  return rowCount ?? 0;
}

/** The report is stored once, with one entry and one receipt number, and the count moved by one. */
async function expectOneEffect(id: string, command: string, left: number): Promise<void> {
  expect(await readSubmissions(pool, id)).toHaveLength(1);
  const trail = await pool.query(`select 1 from command where id = $1`, [command]);
  const told = await pool.query(`select 1 from outbox where workflow_id = $1`, [id]);
  expect([trail.rowCount, told.rowCount]).toEqual([1, 1]);
  expect(calledFor(await readSteps(pool, id))).toEqual(['1 receipt-1']);
  expect((await readRound(pool, ROUND)).outstanding).toBe(left - 1);
}

const cuts = [
  ['behind the locks', /^select content_hash/],
  ['half-way through the writing', /^update obligation/],
  ['with everything written, before the commit', /^commit/],
] as const;

test.each(cuts)('a connection cut %s: the command is carried out once', async (_, before) => {
  const id = nextUnit();
  const { outstanding } = await readRound(pool, ROUND);
  const command = submit(id);
  const held = stopping(pool, before);
  const outcome = applyCommand(held.pool, command);
  await held.reached;
  expect(await cutOpenTransactions()).toBe(1);
  held.go();
  expect(await outcome).toMatchObject({ ok: true, version: 1 });
  await expectOneEffect(id, command.id, outstanding);
});

it('when the answer to the commit is lost, the command is carried out once', async () => {
  const id = nextUnit();
  const { outstanding } = await readRound(pool, ROUND);
  const command = submit(id);
  const forgetful = forgetting(pool);
  expect(await applyCommand(forgetful.pool, command)).toMatchObject({ ok: true, version: 1 });
  expect(forgetful.commits()).toBe(2);
  await expectOneEffect(id, command.id, outstanding);
});

it('when the connection is cut while it waits for a lock, the command is carried out once', async () => {
  const id = nextUnit();
  const { outstanding } = await readRound(pool, ROUND);
  const command = submit(id);
  const cutWaiting = () =>
    pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`,
    );
  const [, outcome] = await inOrder(
    pool,
    (on) => applyCommand(on, onObligation(id, { kind: 'note', text: '备注' })),
    (on) => applyCommand(on, command),
    /^commit/,
    cutWaiting,
  );
  expect(outcome).toMatchObject({ ok: true, version: 1 });
  await expectOneEffect(id, command.id, outstanding);
});

// The server may close the connection in the same packet as its greeting, before the caller that waits for it runs.
it('a connection cut before its first statement does not end the process', async () => {
  const own = connect(database.url, 1);
  const client = await own.connect();
  expect(client.emit('error', new Error('terminating connection'))).toBe(true);
  client.release(true);
  await own.end();
});

it('when the database is gone, the error says so in a sentence', async () => {
  const url = new URL(database.url);
  url.port = '1';
  const nowhere = connect(url.href, 1);
  await expect(applyCommand(nowhere, submit(nextUnit()))).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringContaining('数据库连接不上'),
  });
  await nowhere.end();
});
