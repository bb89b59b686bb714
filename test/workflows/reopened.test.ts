/** A round signed off and opened again before its workflows have heard of either. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { RoundAct } from '../../domain/round/round.ts';
import { day, MINUTE, plus } from '../../domain/time/time.ts';
import { smallPlan } from '../../rehearsal/shipped-plan.ts';
import { newestCompilation } from '../../store/read/compilations.ts';
import { applyCommand } from '../../store/write/commands.ts';
import { relayOnce } from '../../worker/relay.ts';
import { officer, ROUND } from '../support/people/cast.ts';
import { at } from '../support/time/dates.ts';
import { DAY_BEFORE } from '../support/time/moments-of-plan.ts';
import { act, eventually, idOf, startYear, submitAll } from '../support/world/acts.ts';
import { told } from '../support/world/record-lines.ts';
import { statusOf } from '../support/world/replay.ts';
import { createTestWorld, type TestWorld } from '../support/world/world.ts';

let world: TestWorld;
const status = (id: string) => statusOf(world.env.client.workflow, id);

beforeAll(async () => {
  const plan = smallPlan('guzhen', 'xiaolan');
  world = await createTestWorld({ plan, start: DAY_BEFORE, bundle: inject('workflowBundle') });
  await startYear(world);
  await world.passTo(at('2018-07-05 10:00'));
  await submitAll(world, 'guzhen', 'xiaolan');
});
afterAll(() => world.close());

/** The command alone: its workflows have not been told yet. */
async function hurriedly(act: RoundAct) {
  const receivedAt = await world.now();
  const command = { id: randomUUID(), actor: officer, receivedAt, round: ROUND, act };
  expect(await applyCommand(world.pool, command)).toMatchObject({ ok: true });
}

const signOff = async () => {
  const newest = await newestCompilation(world.pool, ROUND);
  await hurriedly({ kind: 'sign-off', version: newest?.version ?? 0 });
};

test('opened again at once, it goes on', async () => {
  await signOff();
  await hurriedly({ kind: 'reopen', reason: '上报有误' });
  await world.settle();
  await world.passTo(plus(await world.now(), MINUTE));
  for (const id of [ROUND, idOf('guzhen'), idOf('xiaolan')])
    expect(await status(id)).toBe('RUNNING');
});

test('opened again when its obligations have heard of the end and it has not, it starts them again', async () => {
  await signOff();
  await world.pool.query(
    `update outbox set sent_at = now() where workflow_id = $1 and sent_at is null`,
    [ROUND],
  );
  await world.settle();
  await eventually(() => status(idOf('guzhen'))).toBe('COMPLETED');
  expect(await status(ROUND)).toBe('RUNNING');
  await hurriedly({ kind: 'reopen', reason: '市政府退回' });
  // Not `settle`, which after ten seconds would start it from outside.
  await relayOnce(world.pool, world.temporal);
  await expect.poll(() => status(idOf('guzhen')), { timeout: 5_000 }).toBe('RUNNING');
  const sentBack = { kind: 'return' as const, version: 1, reason: '缺数据' };
  await act(world, 'guzhen', { ...sentBack, until: day('2018-07-20') });
  expect((await told(world, 'guzhen')).at(-1)).toBe('returned-1');
});

test('every workflow replays its own history', async () => {
  expect(await world.failedReplays()).toEqual([]);
});
