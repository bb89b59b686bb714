/** What a workflow is told, and what the record then counts as seen: never more than Temporal has taken. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBringNews } from '../../../activities/obligation/bring-news.ts';
import type { Look } from '../../../activities/obligation/look.ts';
import { performStep } from '../../../activities/obligation/perform-step.ts';
import { createPlanSteps } from '../../../activities/obligation/plan-steps.ts';
import type { Pool } from '../../../store/db/pool.ts';
import { inTransaction } from '../../../store/db/transaction.ts';
import { notLooked, readObligation } from '../../../store/read/obligations.ts';
import { findStep } from '../../../store/read/steps.ts';
import { applyCommand } from '../../../store/write/commands.ts';
import { ROUND } from '../../support/people/cast.ts';
import { onObligation } from '../../support/record/commands.ts';
import type { TestDatabase } from '../../support/record/database.ts';
import { OPENED, openedRound } from '../../support/record/opened-round.ts';

const UNIT = `${ROUND}/guzhen`;

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await openedRound();
  pool = database.pool;
  await createPlanSteps({ pool, offset: 0 }).planSteps({ obligation: UNIT, asOf: OPENED });
});
afterAll(() => database.drop());

type Told = readonly [id: string, rev: number, look: Look | undefined];

/** A stand-in for Temporal: the workflow runs, is gone, or Temporal itself is away. */
function outside(workflow: 'runs' | 'is gone' | 'is out of reach' = 'runs') {
  const told: Told[] = [];
  const started: string[][] = [];
  const tellChanged = async (id: string, rev: number, look?: Look) => {
    if (workflow === 'is out of reach') throw new Error('Temporal is away');
    told.push([id, rev, look]);
    return workflow === 'runs';
  };
  const start = async (...what: unknown[]) => {
    started.push(what.map(String));
  };
  const now = async () => OPENED;
  const bringNews = createBringNews({ pool, now, offset: 0, start, tellChanged });
  return { told, started, bringNews };
}

const confirm = () => applyCommand(pool, onObligation(UNIT, { kind: 'confirm' }));

test('news that Temporal did not take stays in the outbox; news it took counts as seen, with its look', async () => {
  await confirm();
  await expect(outside('is out of reach').bringNews(UNIT, 1)).rejects.toThrow('Temporal is away');
  expect(await notLooked(pool, ROUND)).toEqual([{ id: UNIT, rev: 1 }]);
  const { told, bringNews } = outside();
  await bringNews(UNIT, 1);
  expect(told).toMatchObject([[UNIT, 1, { rev: 1, over: false }]]);
  expect(await notLooked(pool, ROUND)).toEqual([]);
});

test('a look with news leaves out what is being sent', async () => {
  const { told, bringNews } = outside();
  await bringNews(UNIT, 1);
  const [target] = told[0]?.[2]?.targets ?? [];
  expect(target?.step).toBe('notice');
  const of = await readObligation(pool, UNIT);
  const step = await findStep(pool, of.id, 1, 'notice');
  await inTransaction(pool, (tx) => performStep(tx, of, step, OPENED));
  await pool.query(`update delivery set state = 'sending' where obligation = $1`, [UNIT]);
  await bringNews(UNIT, 1);
  expect(told[1]?.[2]?.targets.map(({ step }) => step)).not.toContain('notice');
});

test('a workflow that is gone is started and looks for itself, unless its round is over', async () => {
  const { started, bringNews } = outside('is gone');
  await bringNews(ROUND, 7);
  await bringNews(UNIT, 1);
  expect(started).toEqual([['obligation', UNIT]]);
  await pool.query(`update round set phase = 'signed-off' where id = $1`, [ROUND]);
  await bringNews(UNIT, 1);
  expect(started).toHaveLength(1);
});

test('when a look fails, the workflow is told without one, and so is a round', async () => {
  const { told, bringNews } = outside();
  await bringNews(`${ROUND}/nobody`, 3);
  await bringNews(ROUND, 7);
  expect(told).toEqual([
    [`${ROUND}/nobody`, 3, undefined],
    [ROUND, 7, undefined],
  ]);
});
