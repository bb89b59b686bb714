/** All sending paused for a while, and the limit of messages to one address within an hour. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { readPausedSteps } from '../../client/paused-steps.ts';
import type { PlanAct } from '../../domain/plan-change/act.ts';
import { HOUR, MINUTE, plus } from '../../domain/time/time.ts';
import { smallPlan } from '../../rehearsal/shipped-plan.ts';
import { applyCommand } from '../../store/write/commands.ts';
import { administrator } from '../support/people/cast.ts';
import { at, show } from '../support/time/dates.ts';
import { CHASE, DAY_BEFORE, DUE_DAY, REMINDER } from '../support/time/moments-of-plan.ts';
import { startYear, submit } from '../support/world/acts.ts';
import { outcomes, sent, told } from '../support/world/record-lines.ts';
import { createTestWorld, type TestWorld } from '../support/world/world.ts';

describe('all sending paused from before the opening until after the chase', () => {
  const plan = smallPlan('minzhong', 'xiaolan');
  let world: TestWorld;
  const actOnPlan = async (act: PlanAct) => {
    const receivedAt = await world.now();
    const command = { id: randomUUID(), actor: administrator, receivedAt, plan: plan.id, act };
    const outcome = await applyCommand(world.pool, command);
    await world.settle();
    return outcome;
  };
  beforeAll(async () => {
    world = await createTestWorld({ plan, start: DAY_BEFORE, bundle: inject('workflowBundle') });
    await startYear(world);
  });
  afterAll(() => world.close());

  test('needs a reason, and cannot be paused twice', async () => {
    expect(await actOnPlan({ kind: 'resume-sending' })).toMatchObject({ code: 'refused' });
    expect(await actOnPlan({ kind: 'pause-sending', reason: ' ' })).toMatchObject({
      code: 'invalid',
    });
    expect(await actOnPlan({ kind: 'pause-sending', reason: '邮件系统检修' })).toMatchObject({
      ok: true,
    });
    expect(await actOnPlan({ kind: 'pause-sending', reason: '又一次' })).toMatchObject({
      code: 'refused',
    });
  });

  test('a round that opens meanwhile sends nothing; reports come in all the same', async () => {
    await world.passTo(plus(DUE_DAY, 2 * HOUR));
    expect(await submit(world, 'xiaolan')).toMatchObject({ ok: true });
    await world.passTo(plus(CHASE, 2 * MINUTE));
    expect(world.outside.mails).toEqual([]);
    expect(world.outside.texts).toEqual([]);
  });

  test('the list says of each step that fell due what would become of it', async () => {
    const held = await readPausedSteps(world.pool, plan.id, await world.now());
    expect(
      held.map(({ unit, step, goesAt, reason }) => [
        unit,
        step,
        goesAt === null ? reason : show(goesAt),
      ]),
    ).toEqual([
      ['minzhong', 'notice', '2018-07-17 10:32'],
      ['minzhong', 'reminder-5', '积压：只发最近一个节点'],
      ['minzhong', 'reminder-1', '积压：只发最近一个节点'],
      ['minzhong', 'due', '积压：只发最近一个节点'],
      ['xiaolan', 'receipt-1', '2018-07-17 10:32'],
      ['minzhong', 'chase-1', '2018-07-17 10:32'],
    ]);
  });

  test('and when sending goes on, exactly that happens', async () => {
    await actOnPlan({ kind: 'resume-sending' });
    expect(await told(world, 'minzhong')).toEqual(['chase-1', 'notice']);
    expect(await told(world, 'xiaolan')).toEqual(['receipt-1']);
    expect(await readPausedSteps(world.pool, plan.id, await world.now())).toEqual([]);
  });

  test('every workflow replays its own history', async () => {
    expect(await world.failedReplays()).toEqual([]);
  });
});

describe('two messages to one address within an hour, where the policy allows one', () => {
  const shipped = smallPlan('minzhong');
  const plan = { ...shipped, policy: { ...shipped.policy, perAddressHour: 1 } };
  let world: TestWorld;
  beforeAll(async () => {
    world = await createTestWorld({ plan, start: DAY_BEFORE, bundle: inject('workflowBundle') });
    await startYear(world);
    await world.passTo(plus(REMINDER, 5 * MINUTE));
  });
  afterAll(() => world.close());

  test('the second message waits until the hour is over', async () => {
    await submit(world, 'minzhong');
    expect(await outcomes(world, 'minzhong', 'receipt-1')).toEqual(['liaison email planned']);
    await world.passTo(at('2018-07-06 10:30'));
    expect((await sent(world, 'minzhong')).at(-1)).toBe('receipt-1 2018-07-06 10:00 liaison email');
  });

  test('every workflow replays its own history', async () => {
    expect(await world.failedReplays()).toEqual([]);
  });
});
