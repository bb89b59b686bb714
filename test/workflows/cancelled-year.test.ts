/** A year cancelled by mistake, and started again. */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { smallPlan } from '../../rehearsal/shipped-plan.ts';
import { ROUND } from '../support/people/cast.ts';
import { at } from '../support/time/dates.ts';
import { DAY_BEFORE, DUE_DAY, LAST_REMINDER, NOTICE } from '../support/time/moments-of-plan.ts';
import { actOnYear, eventually, idOf, startYear, submit } from '../support/world/acts.ts';
import { steps, told } from '../support/world/record-lines.ts';
import { statusOf } from '../support/world/replay.ts';
import { createTestWorld, type TestWorld } from '../support/world/world.ts';

describe('a year cancelled by mistake', () => {
  let world: TestWorld;
  beforeAll(async () => {
    const plan = smallPlan('xiaolan', 'minzhong');
    world = await createTestWorld({ plan, start: DAY_BEFORE, bundle: inject('workflowBundle') });
    await startYear(world);
    await world.passTo(NOTICE);
    await world.passTo(at('2018-07-10 10:00'));
  });
  afterAll(() => world.close());

  test('is silent at once, and its workflows end', async () => {
    const outcome = await actOnYear(world, { kind: 'cancel-year', reason: '误操作' });
    expect(outcome).toMatchObject({ ok: true });
    for (const id of [ROUND, idOf('minzhong')]) {
      await eventually(() => statusOf(world.env.client.workflow, id)).toBe('COMPLETED');
    }
    await world.passTo(LAST_REMINDER);
    expect(await told(world, 'minzhong')).toEqual(['notice', 'reminder-5']);
    expect((await submit(world, 'minzhong')).ok).toBe(false);
  });

  test('continues when it is started again; missed steps are not sent later', async () => {
    await world.passTo(at('2018-07-12 15:00'));
    await startYear(world);
    await world.passTo(DUE_DAY);
    expect(await told(world, 'minzhong')).toEqual(['notice', 'reminder-5', 'due']);
    expect((await steps(world, 'minzhong'))['reminder-1']).toBe('年度已撤销');
    expect(await submit(world, 'minzhong')).toMatchObject({ ok: true });
  });

  test('every workflow replays its own history', async () => {
    expect(await world.failedReplays()).toEqual([]);
  });
});
