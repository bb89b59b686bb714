/** The obligations of a daily mending: those whose next moment comes before the next mending. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { performStep } from '../../../activities/obligation/perform-step.ts';
import { createPlanSteps } from '../../../activities/obligation/plan-steps.ts';
import { MINUTE, plus } from '../../../domain/time/time.ts';
import type { Pool } from '../../../store/db/pool.ts';
import { inTransaction } from '../../../store/db/transaction.ts';
import { readObligation, withSomethingBefore } from '../../../store/read/obligations.ts';
import { findStep } from '../../../store/read/steps.ts';
import { applyCommand } from '../../../store/write/commands.ts';
import { ROUND } from '../../support/people/cast.ts';
import { onObligation, submit } from '../../support/record/commands.ts';
import type { TestDatabase } from '../../support/record/database.ts';
import { OPENED, openedRound } from '../../support/record/opened-round.ts';
import { LAST_REMINDER, NOTICE, REMINDER } from '../../support/time/moments-of-plan.ts';

const [UNIT, OTHER] = [`${ROUND}/guzhen`, `${ROUND}/xiaolan`];
const units = (ids: readonly string[]) => ids.map((id) => id.split('/').at(-1));

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await openedRound();
  pool = database.pool;
  // Both workflows have looked at the newest revision; the notice of the first is done.
  for (const obligation of [UNIT, OTHER])
    await createPlanSteps({ pool, offset: 0 }).planSteps({ obligation, asOf: OPENED });
  const of = await readObligation(pool, UNIT);
  const step = await findStep(pool, of.id, 1, 'notice');
  await inTransaction(pool, (tx) => performStep(tx, of, step, OPENED));
  await pool.query(`update delivery set state = 'sent' where obligation = $1`, [UNIT]);
});
afterAll(() => database.drop());

const before = async (moment: typeof OPENED) =>
  units(await withSomethingBefore(pool, ROUND, moment));

test('an obligation whose next step comes later is left out', async () => {
  const [early, late] = [await before(REMINDER), await before(plus(REMINDER, MINUTE))];
  expect(early).not.toContain('guzhen');
  expect(late).toContain('guzhen');
  expect(early).toContain('xiaolan');
});

test('a delivery that waits for its time counts like a step', async () => {
  await pool.query(
    `update delivery set state = 'planned', at = to_timestamp($2 / 1000.0)
      where obligation = $1 and slot = 'liaison'`,
    [UNIT, plus(NOTICE, 5 * MINUTE)],
  );
  expect(await before(plus(NOTICE, 5 * MINUTE))).not.toContain('guzhen');
  expect(await before(plus(NOTICE, 6 * MINUTE))).toContain('guzhen');
});

test('one that has not seen the last change is included whatever is planned', async () => {
  expect(await before(OPENED)).not.toContain('xiaolan');
  await applyCommand(pool, onObligation(OTHER, { kind: 'confirm' }));
  expect(await before(OPENED)).toContain('xiaolan');
});

test('one that has reported and got its acknowledgement is left out', async () => {
  await applyCommand(pool, submit(UNIT));
  await createPlanSteps({ pool, offset: 0 }).planSteps({ obligation: UNIT, asOf: REMINDER });
  await pool.query(
    `update step set state = 'performed' where obligation = $1 and kind = 'receipt'`,
    [UNIT],
  );
  expect(await before(LAST_REMINDER)).not.toContain('guzhen');
});
