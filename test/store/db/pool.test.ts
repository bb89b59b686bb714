import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
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

test('a statement after a write sees it, and the commit includes it', async () => {
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

test('a write that fails makes the transaction fail with its error, and nothing is kept', async () => {
  await expect(
    inTransaction(pool, async (tx) => {
      await write(tx, INSERT, [1, 'a']);
      await write(tx, INSERT, [2, null]);
    }),
  ).rejects.toThrow(/null value in column "text"/);
  expect(await kept()).toEqual([]);
});

test('so it does when a later statement only reports that the transaction is void', async () => {
  await expect(
    inTransaction(pool, async (tx) => {
      await write(tx, INSERT, [2, null]);
      await tx.query(`select 1`);
    }),
  ).rejects.toThrow(/null value in column "text"/);
  expect(await kept()).toEqual([]);
});

test('the second run finds a key that another transaction took', async () => {
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

test('when the work throws, its writes are rolled back', async () => {
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

test('statements that are sent at once run in their order', async () => {
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

test('an error among them is thrown after all have ended', async () => {
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

test('neither the begin nor a write waits for an answer', async () => {
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
