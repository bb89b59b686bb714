/** One turn of the relay when some workflows can be told and others cannot. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addToOutbox } from '../../store/write/outbox.ts';
import { relayOnce } from '../../worker/relay.ts';
import { createDatabase, type TestDatabase } from '../support/record/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.drop());

/** A stand-in for Temporal: which workflows were told, and which cannot be reached. */
const outside = (unreachable: readonly string[]) => {
  const told: [string, number][] = [];
  return {
    told,
    start: async () => {},
    async tellChanged(id: string, rev: number) {
      if (unreachable.includes(id)) throw new Error(`${id} cannot be reached`);
      told.push([id, rev]);
    },
  };
};

test('a workflow that cannot be told does not hold up others, and is told at the next turn', async () => {
  for (const [id, rev] of [
    ['a', 1],
    ['b', 1],
    ['c', 1],
    ['a', 2],
  ] as const)
    await addToOutbox(database.pool, 'changed', id, rev);

  const broken = outside(['b']);
  await expect(relayOnce(database.pool, broken)).rejects.toThrow('b cannot be reached');
  expect(broken.told.toSorted(([a], [b]) => a.localeCompare(b))).toEqual([
    ['a', 2],
    ['c', 1],
  ]);

  const mended = outside([]);
  expect(await relayOnce(database.pool, mended)).toBe(1);
  expect(mended.told).toEqual([['b', 1]]);
  expect(await relayOnce(database.pool, mended)).toBe(0);
});
