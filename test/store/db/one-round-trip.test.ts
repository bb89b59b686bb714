import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { connect, type Pool } from '../../../store/db/pool.ts';
import { inOneRoundTrip, write } from '../../../store/db/transaction.ts';
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

test('neither a statement nor the commit waits for an answer', async () => {
  const way = await wayWithoutAnswers(database.url);
  const own = connect(way.url, 1);
  try {
    await own.query('select 1');
    // Not the “read committed” of the begin.
    way.answerOnce('commit\0');
    const [, seen] = await inOneRoundTrip(own, (tx) => [
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

test('if one statement fails, nothing is kept, and the error is its own', async () => {
  const work = inOneRoundTrip(pool, (tx) => [
    tx.query(INSERT, [1, 'a']),
    tx.query(INSERT, [2, null]),
    tx.query(`select 1`),
  ]);
  await expect(work).rejects.toThrow(/null value in column "text"/);
  expect(await kept()).toEqual([]);
  await expect(inOneRoundTrip(pool, (tx) => [tx.query(INSERT, [1, 'b'])])).resolves.toHaveLength(1);
});

test('a transaction that lost a race runs again', async () => {
  await pool.query(INSERT, [1, 'theirs']);
  let runs = 0;
  await inOneRoundTrip(pool, (tx) => {
    runs += 1;
    // The write behind it only reports that the transaction is void.
    return [tx.query(INSERT, [runs, 'mine']), write(tx, `update note set text = text`, [])];
  });
  expect(runs).toBe(2);
  expect(await kept()).toHaveLength(2);
});
