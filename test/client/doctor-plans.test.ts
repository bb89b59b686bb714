import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkSeveralPlans } from '../../client/doctor/several-plans.ts';
import { importPlan } from '../../store/import-plan.ts';
import type { TestDatabase } from '../support/database.ts';
import { at, china } from '../support/dates.ts';
import { shippedPlan } from '../support/shipped-plan.ts';
import { smallPlan } from '../support/small-plan.ts';
import { importedPlan } from '../support/started-year.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await importedPlan();
});
afterAll(() => database.drop());

test('a plan by itself is nothing to speak of; beside others it has to name its pages', async () => {
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
