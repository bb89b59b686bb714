/** Two plans' rounds that open at the same moment: the first workflow opens both. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { smallPlan } from '../../../rehearsal/shipped-plan.ts';
import type { Pool } from '../../../store/db/pool.ts';
import { readObligations } from '../../../store/read/obligations.ts';
import { readRound } from '../../../store/read/rounds.ts';
import { readSteps } from '../../../store/read/steps.ts';
import { applyCommand } from '../../../store/write/commands.ts';
import { importPlan } from '../../../store/write/import-plan.ts';
import { ROUND, WINTER } from '../../support/people/cast.ts';
import { onYear } from '../../support/record/commands.ts';
import type { TestDatabase } from '../../support/record/database.ts';
import { importedPlan, OPENED, openRound } from '../../support/record/opened-round.ts';
import { at, china } from '../../support/time/dates.ts';

const BEFORE = at('2018-06-01 09:00');
let database: TestDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await importedPlan();
  pool = database.pool;
  for (const id of ['beside', 'cancelled'])
    await importPlan(pool, { ...smallPlan('guzhen'), id }, china, BEFORE);
  const start = { receivedAt: BEFORE };
  await applyCommand(pool, onYear({ kind: 'start-year' }, start));
  for (const id of ['beside', 'cancelled'])
    await applyCommand(pool, onYear({ kind: 'start-year' }, { ...start, year: `${id}/2018` }));
  const cancel = { kind: 'cancel-year', reason: '启动有误' } as const;
  await applyCommand(pool, onYear(cancel, { receivedAt: BEFORE, year: 'cancelled/2018' }));
});
afterAll(() => database.drop());

const phase = async (round: string) => (await readRound(pool, round)).phase;

it('not before its moment, not what was cancelled, and of its own plan no other', async () => {
  await openRound(pool, ROUND, BEFORE);
  expect(await phase('beside/2018H1')).toBe('planned');
  await pool.query(`update round set phase = 'planned' where id = $1`, [WINTER]);
  await openRound(pool, ROUND, OPENED);
  expect(await phase('beside/2018H1')).toBe('open');
  expect(await phase('cancelled/2018H1')).toBe('cancelled');
  expect(await phase(WINTER)).toBe('planned');
});

it('its steps are there already; its own workflow is called for, and finds it open', async () => {
  expect((await readSteps(pool, 'beside/2018H1/guzhen')).map(({ key }) => key)).toContain('notice');
  const { rows } = await pool.query(`select workflow_id from outbox where kind = 'start-round'`);
  expect(rows).toEqual([{ workflow_id: 'beside/2018H1' }]);
  const { slices } = await openRound(pool, 'beside/2018H1', OPENED);
  expect(slices).toEqual([['beside/2018H1/guzhen']]);
  expect(await readObligations(pool, 'beside/2018H1')).toHaveLength(1);
});
