/** One transaction whose statements are sent ahead: in their order, and all of it or nothing. */
import type { Socket } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { connect, type Pool } from '../../../store/db/pool.ts';
import { atOnce, inTransaction, write } from '../../../store/db/transaction.ts';
import type { TestDatabase } from '../../support/record/database.ts';
import { INSERT, keptIn, notesDatabase } from '../../support/record/database.ts';
import { intercepted, wayWithoutAnswers } from '../../support/record/interleave.ts';

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await notesDatabase();
  pool = database.pool;
});
beforeEach(() => pool.query(`truncate note`));
afterAll(() => database.drop());

const kept = () => keptIn(pool);

test('what is asked after a write sees it, and the commit takes it along', async () => {
  const seen = await inTransaction(pool, async (tx) => {
    await write(tx, INSERT, [1, 'a']);
    const { rows } = await tx.query(`select text from note`);
    await write(tx, INSERT, [2, 'b']);
    return rows;
  });
  expect(seen).toEqual([{ text: 'a' }]);
  expect(await kept()).toEqual([
    { id: 1, text: 'a' },
    { id: 2, text: 'b' },
  ]);
});

test('a write is not waited for', async () => {
  const answered: string[] = [];
  const noting = intercepted(pool, async (text, run) => {
    const answer = await run();
    answered.push(text);
    return answer;
  });
  await inTransaction(noting, async (tx) => {
    await tx.query('select 1');
    await write(tx, INSERT, [1, 'a']);
    expect(answered).not.toContain(INSERT);
  });
  expect(answered.slice(1)).toEqual(['select 1', INSERT, 'commit']);
});

test('a write that fails makes the transaction fail with its own reason, and nothing is kept', async () => {
  await expect(
    inTransaction(pool, async (tx) => {
      await write(tx, INSERT, [1, 'a']);
      await write(tx, INSERT, [2, null]);
    }),
  ).rejects.toThrow(/null value in column "text"/);
  expect(await kept()).toEqual([]);
});

test('so it does when something is asked behind it, which only hears that the transaction is void', async () => {
  await expect(
    inTransaction(pool, async (tx) => {
      await write(tx, INSERT, [2, null]);
      await tx.query(`select 1`);
    }),
  ).rejects.toThrow(/null value in column "text"/);
  expect(await kept()).toEqual([]);
});

test('a key that another took meanwhile is found by the second run', async () => {
  let runs = 0;
  await inTransaction(pool, async (tx) => {
    runs += 1;
    const { rowCount } = await tx.query(`select 1 from note where id = 1`);
    if (rowCount === 1) return;
    await pool.query(INSERT, [1, 'theirs']);
    await write(tx, INSERT, [1, 'mine']);
  });
  expect(runs).toBe(2);
  expect(await kept()).toEqual([{ id: 1, text: 'theirs' }]);
});

test('work that throws takes back what it has written', async () => {
  const work = inTransaction(pool, async (tx) => {
    await write(tx, INSERT, [1, 'a']);
    throw new Error('changed its mind');
  });
  await expect(work).rejects.toThrow('changed its mind');
  expect(await kept()).toEqual([]);
});

test('outside a transaction a write is waited for', async () => {
  await write(pool, INSERT, [1, 'a']);
  expect(await kept()).toHaveLength(1);
  await expect(write(pool, INSERT, [1, 'b'])).rejects.toThrow(/duplicate key/);
});

test('statements that are sent at once are carried out in their order', async () => {
  const [, first, , second] = await inTransaction(pool, (tx) =>
    atOnce([
      write(tx, INSERT, [1, 'a']),
      tx.query(`select text from note where id = 1`),
      tx.query(`update note set text = 'b'`),
      tx.query(`select text from note where id = 1`),
    ]),
  );
  expect([first.rows, second.rows]).toEqual([[{ text: 'a' }], [{ text: 'b' }]]);
});

test('one of them that fails is told once all have ended', async () => {
  let isOver = false;
  const work = inTransaction(pool, async (tx) => {
    await atOnce([
      tx.query(`select 1 / 0`),
      (async () => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        isOver = true;
      })(),
    ]);
  });
  await expect(work).rejects.toThrow('division by zero');
  expect(isOver).toBe(true);
});

test('neither the beginning nor a write waits for its answer', async () => {
  const way = await wayWithoutAnswers(database.url);
  const own = connect(way.url, 1);
  try {
    await own.query('select 1');
    way.answerOnce('select 2');
    await inTransaction(own, async (tx) => {
      await tx.query(`select 2`);
      way.answerOnce('commit');
      await write(tx, INSERT, [1, 'a']);
    });
    expect(await kept()).toHaveLength(1);
  } finally {
    await own.end();
    way.close();
  }
});

test('what is asked in one turn leaves in one write', async () => {
  const client = await pool.connect();
  const { stream } = (client as unknown as { connection: { stream: Required<Socket> } }).connection;
  const together = vi.spyOn(stream, '_writev');
  const single = vi.spyOn(stream, '_write');
  await atOnce([
    client.query('select $1::int', [1]),
    client.query('select $1::int', [2]),
    client.query('commit'),
  ]);
  expect([together.mock.calls.length, single.mock.calls.length]).toEqual([1, 0]);
  client.release();
});
