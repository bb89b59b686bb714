/** Missed steps do not pile up: a year started late, sending paused, a calendar that changes on the way. */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { day } from '../../domain/time/time.ts';
import { smallPlan } from '../../rehearsal/shipped-plan.ts';
import { importPlan } from '../../store/write/import-plan.ts';
import { at, china } from '../support/time/dates.ts';
import { DAY_BEFORE, PRESS, REMINDER, SUPERVISE } from '../support/time/moments-of-plan.ts';
import { act, actOnRound, startYear } from '../support/world/acts.ts';
import { planned, sent, steps } from '../support/world/record-lines.ts';
import { createTestWorld, type TestWorld } from '../support/world/world.ts';

const plan = smallPlan('minzhong', 'xiaolan');
const begin = (start: ReturnType<typeof at>) =>
  createTestWorld({ plan, start, bundle: inject('workflowBundle') });

describe('a year that is started after two reminders should have gone', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await begin(at('2018-07-12 10:00'));
    await startYear(world);
  });
  afterAll(() => world.close());

  test('opens its round at once: the notice goes out, then the newest step only', async () => {
    expect(await sent(world, 'minzhong')).toEqual([
      'notice 2018-07-12 10:00 deputy email',
      'notice 2018-07-12 10:00 liaison email',
      'reminder-1 2018-07-12 10:00 liaison email',
      'reminder-1 2018-07-12 10:00 liaison sms',
    ]);
    expect((await steps(world, 'minzhong'))['reminder-5']).toBe('积压：只发最近一个节点');
  });

  test('goes on as planned, and after a pause sends the newest step only', async () => {
    await world.passTo(at('2018-07-13 08:00'));
    await actOnRound(world, { kind: 'pause', reason: '邮件系统检修' });
    await world.passTo(at('2018-07-19 14:00'));
    expect((await sent(world, 'minzhong')).length).toBe(4);
    await actOnRound(world, { kind: 'resume' });
    await world.passTo(at('2018-07-19 15:00'));
    expect((await sent(world, 'minzhong')).slice(4)).toEqual([
      'press-3 2018-07-19 14:30 liaison email',
      'press-3 2018-07-19 14:30 liaison sms',
    ]);
    const { due, 'chase-1': chase } = await steps(world, 'minzhong');
    expect([due, chase]).toEqual(['积压：只发最近一个节点', '积压：只发最近一个节点']);
  });

  test('every workflow replays its own history', async () => {
    expect(await world.failedReplays()).toEqual([]);
  });
});

describe('a calendar imported in the middle of a round', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await begin(DAY_BEFORE);
    await startYear(world);
    await world.passTo(REMINDER);
  });
  afterAll(() => world.close());

  test('moves what is planned; keys, and what has been sent, stay', async () => {
    const before = await sent(world, 'minzhong');
    const changed = {
      ...china,
      version: 'with 19 July as a holiday',
      holidays: { ...china.holidays, [day('2018-07-19')]: '台风停工' },
    };
    await importPlan(world.pool, plan, changed, await world.now());
    await act(world, 'minzhong', { kind: 'confirm' });
    expect(await planned(world, 'minzhong')).toEqual([
      'reminder-1 2018-07-12 09:00',
      'due 2018-07-13 09:00',
      'chase-1 2018-07-17 10:30',
      'press-3 2018-07-20 09:00',
      'supervise-5 2018-07-24 09:00',
      'supervise-10 2018-07-31 09:00',
      'supervise-15 2018-08-07 09:00',
    ]);
    expect(await sent(world, 'minzhong')).toEqual(before);
    await world.passTo(PRESS);
    expect((await steps(world, 'minzhong'))['press-3']).toBe('planned');
    await world.passTo(SUPERVISE);
    expect((await sent(world, 'minzhong')).slice(-2)).toEqual([
      'press-3 2018-07-20 09:00 liaison email',
      'press-3 2018-07-20 09:00 liaison sms',
    ]);
  });

  test('every workflow replays its own history', async () => {
    expect(await world.failedReplays()).toEqual([]);
  });
});
