/** A whole transaction in one write. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { connect, type Pool } from '../../../store/db/pool.ts';
import { inOneWrite, write } from '../../../store/db/transaction.ts';
import type { TestDatabase } from '../../support/record/database.ts';
import { INSERT, keptIn, notesDatabase } from '../../support/record/database.ts';
import { wayWithoutAnswers } from '../../support/record/interleave.ts';

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await notesDatabase();
  pool = database.pool;
});
beforeEach(() => pool.query(`truncate note`));
afterAll(() => database.drop());

const kept = () => keptIn(pool);

test('no statement waits for an answer, nor does its end', async () => {
  const way = await wayWithoutAnswers(database.url);
  const own = connect(way.url, 1);
  try {
    await own.query('select 1');
    // Not the beginning's “read committed”.
    way.answerOnce('commit\0');
    const [, seen] = await inOneWrite(own, (tx) => [
      tx.query(INSERT, [1, 'a']),
      tx.query(`select text from note`),
    ]);
    expect(seen.rows).toEqual([{ text: 'a' }]);
    expect(await kept()).toHaveLength(1);
  } finally {
    await own.end();
    way.close();
  }
});

test('where one of them fails, nothing is kept, and its reason is told', async () => {
  const work = inOneWrite(pool, (tx) => [
    tx.query(INSERT, [1, 'a']),
    tx.query(INSERT, [2, null]),
    tx.query(`select 1`),
  ]);
  await expect(work).rejects.toThrow(/null value in column "text"/);
  expect(await kept()).toEqual([]);
  await expect(inOneWrite(pool, (tx) => [tx.query(INSERT, [1, 'b'])])).resolves.toHaveLength(1);
});

test('what lost a race is asked once more', async () => {
  await pool.query(INSERT, [1, 'theirs']);
  let runs = 0;
  await inOneWrite(pool, (tx) => {
    runs += 1;
    // Behind it a write, which only hears that the transaction is void.
    return [tx.query(INSERT, [runs, 'mine']), write(tx, `update note set text = text`, [])];
  });
  expect(runs).toBe(2);
  expect(await kept()).toHaveLength(2);
});
