/** Asks what is due while the worker is busy: nothing may be missed between two statements of the question. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWriteGroupText } from '../../activities/round/write-group-text.ts';
import { dueNow } from '../../rehearsal/world/moments.ts';
import type { Db, Pool } from '../../store/db/pool.ts';
import { ROUND } from '../support/people/cast.ts';
import type { TestDatabase } from '../support/record/database.ts';
import { openedRound } from '../support/record/opened-round.ts';
import { DUE_DAY } from '../support/time/moments-of-plan.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openedRound();
});
afterAll(() => database.drop());

const isOfGroup = (what: string): boolean => /^(group text|delivery .*#group-)/.test(what);

/** The same database; something happens right after the answer to a statement that begins with `after`. */
const interrupted = (pool: Pool, after: string, happening: () => Promise<unknown>): Db =>
  ({
    async query(text: string, values?: unknown[]) {
      const answer = await pool.query(text, values);
      if (text.startsWith(after)) await happening();
      return answer;
    },
  }) as Db;

test('a text for the group is due also while it becomes a delivery', async () => {
  const { pool } = database;
  const activity = createWriteGroupText({ pool, offset: 0, robot: null, demonstration: false });
  const write = () => activity.writeGroupText({ round: ROUND, asOf: DUE_DAY });
  const due = await dueNow(interrupted(pool, `select 'step '`, write), DUE_DAY, true);
  expect(due.filter(isOfGroup)).toEqual([`group text ${ROUND}`]);
  expect((await dueNow(pool, DUE_DAY, true)).filter(isOfGroup)).toEqual([
    `delivery ${ROUND}#0#group-2018-07-13#officer#robot`,
  ]);
});
