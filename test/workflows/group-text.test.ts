/** Posts of the robot to the bureau's work group: when, once, and what happens when it fails. */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { GatewayError } from '../../gateways/gateway.ts';
import { smallPlan } from '../../rehearsal/shipped-plan.ts';
import { readFailedDeliveries } from '../../store/read/deliveries.ts';
import { at } from '../support/time/dates.ts';
import { CALL_LIST, CHASE, DUE_DAY } from '../support/time/moments-of-plan.ts';
import { actOnRound, eventually, letPass, startYear, submitAll } from '../support/world/acts.ts';
import { createTestWorld, type TestWorld } from '../support/world/world.ts';

const plan = smallPlan('guzhen', 'xiaolan', 'minzhong', 'jinrongju');
const START = at('2018-07-12 18:00');
const begin = (through: Parameters<typeof createTestWorld>[0]['through'] = () => ({})) =>
  createTestWorld({ plan, start: START, bundle: inject('workflowBundle'), through });

const groupDeliveries = async (world: TestWorld): Promise<string[]> => {
  const { rows } = await world.pool.query<{ line: string }>(
    `select step || ' ' || channel || ' ' || state as line from delivery where step like 'group-%' order by step`,
  );
  return rows.map(({ line }) => line);
};

describe('a robot in the work group', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await begin();
    await startYear(world);
    await world.passTo(DUE_DAY);
  });
  afterAll(() => world.close());

  test('speaks on the due day and on the day of 催报, once each, and names nobody', async () => {
    await submitAll(world, 'guzhen');
    await world.passTo(CHASE);
    await world.passTo(at('2018-07-24 12:00'));
    expect(world.outside.said.map(({ text }) => text)).toEqual([
      '【中山市金融局】各单位：2018年上半年工作情况请于7月15日（周日）24时前报送，方式见邮件通知。尚未报送的请抓紧。咨询：0760-00000001',
      '【中山市金融局】各单位：2018年上半年工作情况报送已于7月15日（顺延至7月16日）截止。截至今日10:30已有1个单位报送，感谢支持；尚未报送的请尽快报送，确有困难的请来电说明。咨询：0760-00000001',
    ]);
    expect(await groupDeliveries(world)).toEqual([
      'group-2018-07-13 robot sent',
      'group-2018-07-17 robot sent',
    ]);
    const others = plan.units.filter(({ code }) => code !== 'jinrongju');
    const names = others.flatMap(({ name, aliases }) => [name, ...aliases]);
    const said = world.outside.said.map(({ text }) => text).join();
    const people = plan.contacts.map(({ name }) => name);
    expect([...names, ...people].filter((name) => said.includes(name))).toEqual([]);
  });

  test('every workflow replays its own history', async () => {
    expect(await world.failedReplays()).toEqual([]);
  });
});

test('paused sending holds it, and it is not made up for on another day', async () => {
  const world = await begin();
  await startYear(world);
  await actOnRound(world, { kind: 'pause', reason: '邮件系统检修' });
  await world.passTo(at('2018-07-16 10:00'));
  await actOnRound(world, { kind: 'resume' });
  await world.passTo(at('2018-07-17 10:00'));
  expect(world.outside.said).toEqual([]);
  await world.passTo(CHASE);
  expect(world.outside.said).toHaveLength(1);
  await world.close();
});

test('a post that may have been made is not repeated; it is listed as failed, later as reached since', async () => {
  let said = 0;
  const world = await begin((outside) => ({
    robot: {
      async send(message) {
        said += 1;
        if (said === 1) throw new GatewayError('robot: HTTP 502', { handedOver: 'maybe' });
        return outside.robot.send(message);
      },
    },
  }));
  await startYear(world);
  await world.passTo(CALL_LIST);
  expect(said).toBe(1);
  expect(await groupDeliveries(world)).toEqual(['group-2018-07-13 robot unknown']);
  const [failed, ...more] = await readFailedDeliveries(world.pool, plan.id);
  expect(more).toEqual([]);
  expect(failed).toMatchObject({
    obligation: null,
    channel: 'robot',
    state: 'unknown',
    reason: 'robot: HTTP 502',
    reachedSince: false,
  });
  await world.passTo(CHASE);
  expect([said, world.outside.said.length]).toEqual([2, 1]);
  const [later] = await readFailedDeliveries(world.pool, plan.id);
  expect(later?.reachedSince).toBe(true);
  await world.close();
});

test('an attempt that crashed between posting and settling is not repeated', async () => {
  let said = 0;
  const world = await begin(() => ({
    robot: {
      async send() {
        said += 1;
        throw new Error('the worker is gone');
      },
    },
  }));
  await startYear(world);
  await world.passTo(at('2018-07-13 08:59'));
  await letPass(world, at('2018-07-13 09:05'));
  await eventually(() => groupDeliveries(world)).toEqual(['group-2018-07-13 robot unknown']);
  expect(said).toBe(1);
  await world.close();
});

test('a robot that is away is asked again until the day’s send window is over; officers’ mail goes on', {
  timeout: 90_000,
}, async () => {
  const world = await begin();
  world.outside.fail('group', new GatewayError('robot: ECONNREFUSED while connecting'));
  await startYear(world);
  await world.passTo(at('2018-07-16 09:00'));
  expect(world.outside.said).toEqual([]);
  expect(await groupDeliveries(world)).toEqual(['group-2018-07-13 robot given up']);
  const { rows } = await world.pool.query<{ state: string }>(
    `select state from delivery where step = 'call-list' or step like 'morning-2018-07-1%'`,
  );
  expect(rows.length).toBeGreaterThan(2);
  expect(rows.filter(({ state }) => state !== 'sent')).toEqual([]);
  await world.close();
});
