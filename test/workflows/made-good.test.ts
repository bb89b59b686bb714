/** Recovery from the record: workers, the Temporal server, a single workflow. */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { day, MINUTE, plus } from '../../domain/time/time.ts';
import { smallPlan } from '../../rehearsal/shipped-plan.ts';
import { findUnaccounted } from '../../store/read/unaccounted.ts';
import { ensureRunning } from '../../worker/ensure-running.ts';
import { at } from '../support/time/dates.ts';
import {
  CHASE,
  DAY_BEFORE,
  LAST_REMINDER,
  PRESS,
  REMINDER,
} from '../support/time/moments-of-plan.ts';
import { act, eventually, idOf, startYear, submitAll } from '../support/world/acts.ts';
import { compilations, looks, sent, told } from '../support/world/record-lines.ts';
import { statusOf } from '../support/world/replay.ts';
import { createTestWorld, type TestWorld } from '../support/world/world.ts';

const begin = (options: { maxCachedWorkflows?: 0 } = {}) =>
  createTestWorld({
    ...options,
    plan: smallPlan('guzhen', 'xiaolan', 'minzhong'),
    start: DAY_BEFORE,
    bundle: inject('workflowBundle'),
  });

describe('workers and servers', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await begin({ maxCachedWorkflows: 0 });
    await startYear(world);
    await world.passTo(REMINDER);
  });
  afterAll(() => world.close());

  test('workers that are replaced in the middle of a wait go on from the history', {
    timeout: 90_000,
  }, async () => {
    await world.passTo(at('2018-07-06 10:00'));
    await submitAll(world, 'guzhen');
    await world.replaceWorkers();
    await world.passTo(LAST_REMINDER);
    expect(await told(world, 'guzhen')).toEqual(['notice', 'reminder-5', 'receipt-1']);
    expect(await told(world, 'minzhong')).toEqual(['notice', 'reminder-5', 'reminder-1']);
    await world.passTo(CHASE);
    expect((await told(world, 'minzhong')).slice(-2)).toEqual(['due', 'chase-1']);
    expect(await world.failedReplays()).toEqual([]);
  });

  test('an emptied Temporal is filled again from the record, and nothing is sent twice', async () => {
    const before = await looks(world, 'minzhong');
    const [mails, texts] = [world.outside.mails.length, world.outside.texts.length];
    world = await world.withEmptiedTemporal();
    expect(await ensureRunning(world.pool, world.temporal)).toBe(1);
    await world.settle();
    for (const unit of ['guzhen', 'xiaolan', 'minzhong']) {
      await eventually(() => statusOf(world.env.client.workflow, idOf(unit))).toBe('RUNNING');
    }
    // If it were terminated in the middle of an activity, the test server's clock would stand still.
    await eventually(() => looks(world, 'minzhong')).toBeGreaterThan(before);
    await world.passTo(plus(await world.now(), MINUTE));
    expect([world.outside.mails.length, world.outside.texts.length]).toEqual([mails, texts]);
  });

  test('an obligation that an operator has terminated is started again within a day', async () => {
    await world.env.client.workflow.getHandle(idOf('minzhong')).terminate('by mistake');
    await world.passTo(at('2018-07-18 16:00'));
    await eventually(() => statusOf(world.env.client.workflow, idOf('minzhong'))).toBe('RUNNING');
  });

  test('one that has reported comes back with its next news', async () => {
    const [id, client] = [idOf('guzhen'), world.env.client.workflow];
    await client.getHandle(id).terminate('by mistake');
    await world.passTo(at('2018-07-18 17:00'));
    expect(await statusOf(client, id)).toBe('TERMINATED');
    const sentBack = { kind: 'return' as const, version: 1, reason: '缺数据' };
    await act(world, 'guzhen', { ...sentBack, until: day('2018-07-20') });
    expect((await told(world, 'guzhen')).at(-1)).toBe('returned-1');
    expect(await statusOf(client, id)).toBe('RUNNING');
    await submitAll(world, 'guzhen');
  });

  test('and the round goes on to its end there', async () => {
    await submitAll(world, 'xiaolan');
    await world.passTo(PRESS);
    expect((await sent(world, 'minzhong')).slice(-2)).toEqual([
      'press-3 2018-07-19 09:00 liaison email',
      'press-3 2018-07-19 09:00 liaison sms',
    ]);
    expect((await told(world, 'xiaolan')).at(-1)).toBe('receipt-1');
    await submitAll(world, 'minzhong');
    expect(await compilations(world)).toMatchObject([{ reason: '全部报齐', missing: 0 }]);
    expect(await findUnaccounted(world.pool, await world.now())).toEqual([]);
    expect(await world.failedReplays()).toEqual([]);
  });
});
