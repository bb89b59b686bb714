import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkSeveralPlans } from '../../../client/doctor/plan.ts';
import { shippedPlan, smallPlan } from '../../../rehearsal/shipped-plan.ts';
import { importPlan } from '../../../store/write/import-plan.ts';
import type { TestDatabase } from '../../support/record/database.ts';
import { importedPlan } from '../../support/record/opened-round.ts';
import { at, china } from '../../support/time/dates.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await importedPlan();
});
afterAll(() => database.drop());

test('a single plan gives no finding; beside others it needs `online`', async () => {
  const { pool } = database;
  expect(await checkSeveralPlans(pool, shippedPlan)).toEqual([]);
  const other = { ...smallPlan('guzhen'), id: 'farming-2018' };
  await importPlan(pool, other, china, at('2018-01-02 09:00'));
  expect(await checkSeveralPlans(pool, other)).toMatchObject([
    {
      level: 'warning',
      message: { zh: expect.stringMatching(/还有方案zhongshan-2017-2020；.*online/) },
    },
  ]);
  expect(await checkSeveralPlans(pool, { ...other, online: 'http://10.0.0.2/' })).toMatchObject([
    { level: 'ok', message: { en: 'also in this database: zhongshan-2017-2020' } },
  ]);
});
