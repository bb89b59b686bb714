/** The signal `changed` is a hint: doubled, late, out of order or lost, it costs only time. */
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { DAY, type Instant, instant, plus } from '../../domain/time/time.ts';
import { smallPlan } from '../../rehearsal/shipped-plan.ts';
import { dueNow, nextMoment } from '../../rehearsal/world/moments.ts';
import { findUnaccounted } from '../../store/read/unaccounted.ts';
import { relayOnce } from '../../worker/relay.ts';
import { at } from '../support/time/dates.ts';
import { DAY_BEFORE, NOTICE, REMINDER } from '../support/time/moments-of-plan.ts';
import {
  act,
  eventually,
  hurried,
  idOf,
  report,
  startYear,
  submitAll,
} from '../support/world/acts.ts';
import { compilations, looks, sent, told } from '../support/world/record-lines.ts';
import { statusOf } from '../support/world/replay.ts';
import { createTestWorld, type TestWorld } from '../support/world/world.ts';

const start = () =>
  createTestWorld({
    plan: smallPlan('guzhen', 'xiaolan', 'minzhong'),
    start: DAY_BEFORE,
    bundle: inject('workflowBundle'),
  });

describe('signals doubled, late and out of order', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await start();
    await startYear(world);
    await world.passTo(REMINDER);
  });
  afterAll(() => world.close());

  test('that tell nothing new make no workflow look, and nothing is sent twice', async () => {
    await act(world, 'guzhen', { kind: 'confirm' });
    await submitAll(world, 'guzhen');
    const [before, lines] = [await looks(world, 'guzhen'), await sent(world, 'guzhen')];
    for (const rev of [2, 1, 2, 0, 1]) await world.temporal.tellChanged(idOf('guzhen'), rev);
    await world.passTo(at('2018-07-09 09:00'));
    expect(await looks(world, 'guzhen')).toBe(before);
    expect(await sent(world, 'guzhen')).toEqual(lines);
  });

  test('that come before their change is known to the workflow are heard all the same', async () => {
    await hurried(world, 'xiaolan', { kind: 'confirm' });
    await hurried(world, 'xiaolan', { kind: 'submit', report: await report(world, 'xiaolan') });
    await world.temporal.tellChanged(idOf('xiaolan'), 2);
    await world.temporal.tellChanged(idOf('xiaolan'), 1);
    await world.settle();
    expect(await told(world, 'xiaolan')).toEqual(['notice', 'reminder-5', 'receipt-1']);
  });

  test('that bring a look of long ago make the workflow look for itself', async () => {
    const before = await looks(world, 'minzhong');
    const old = { over: true, rev: 99, look: 1, wakeAt: 0, targets: [] };
    await world.temporal.tellChanged(idOf('minzhong'), 99, old);
    await eventually(() => looks(world, 'minzhong')).toBe(before + 1);
    expect(await statusOf(world.env.client.workflow, idOf('minzhong'))).toBe('RUNNING');
  });

  test('to a workflow that is not there are no error', async () => {
    await world.temporal.tellChanged('nobody', 1);
  });

  test('every workflow replays its own history', async () => {
    expect(await world.failedReplays()).toEqual([]);
  });
});

describe('with every signal lost', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await start();
    await startYear(world);
    await passDeaf(NOTICE);
  });
  afterAll(() => world.close());

  /** The relay starts workflows, but every signal is lost. */
  async function relayStarts(): Promise<void> {
    await world.pool.query(`update outbox set sent_at = now() where kind = 'changed'`);
    await relayOnce(world.pool, { start: world.temporal.start, tellChanged: async () => {} });
  }

  /** Day by day, waiting for what only timers bring about. */
  async function passDeaf(to: Instant): Promise<void> {
    for (let now = await world.now(); now < to; now = await world.now()) {
      const next = (await nextMoment(world.pool, now, true)) ?? to;
      await world.sleepUntil(instant(Math.min(next, plus(now, DAY), to)));
      await relayStarts();
      await vi.waitFor(async () => expect(await leftToTimers()).toEqual([]), 10_000);
    }
  }
  const leftToTimers = async () =>
    (await dueNow(world.pool, await world.now(), true)).filter(byTimer);
  const byTimer = (what: string) =>
    !what.startsWith('look ') && !what.startsWith('compilation ') && !/receipt-\d/.test(what);

  test('nobody who has reported is reminded, and the receipt goes out at the next look', async () => {
    await passDeaf(at('2018-07-05 10:00'));
    await hurried(world, 'guzhen', { kind: 'submit', report: await report(world, 'guzhen') });
    await passDeaf(at('2018-07-06 10:00'));
    expect(await told(world, 'guzhen')).toEqual(['notice', 'receipt-1']);
    expect(await told(world, 'minzhong')).toEqual(['notice', 'reminder-5']);
  });

  test('the round still compiles, at its daily look after the last arrival', async () => {
    await passDeaf(at('2018-07-10 15:00'));
    for (const unit of ['xiaolan', 'minzhong']) {
      await hurried(world, unit, { kind: 'submit', report: await report(world, unit) });
    }
    await passDeaf(at('2018-07-11 15:00'));
    await expect
      .poll(() => compilations(world))
      .toMatchObject([{ reason: '全部报齐', missing: 0 }]);
    const [version] = await compilations(world);
    expect(version && version.at < '2018-07-11 15:01').toBe(true);
  });

  test('and in the end every step is accounted for', async () => {
    await passDeaf(at('2018-07-20 10:00'));
    expect(await told(world, 'minzhong')).toEqual(['notice', 'reminder-5', 'receipt-1']);
    expect(await findUnaccounted(world.pool, await world.now())).toEqual([]);
  });

  test('every workflow replays its own history', async () => {
    expect(await world.failedReplays()).toEqual([]);
  });
});
