/** One message about obligations of two plans: claimed under the locks of both rounds, so nothing of it comes too late. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { obligationsIn } from '../../activities/message.ts';
import { createPlanSteps } from '../../activities/plan-steps.ts';
import type { Claim } from '../../activities/scene.ts';
import { settle } from '../../activities/settle.ts';
import type { Command } from '../../domain/command.ts';
import { deliveryKey } from '../../domain/delivery.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Slot } from '../../domain/policy.ts';
import { applyCommand } from '../../store/commands.ts';
import { findDelivery } from '../../store/deliveries.ts';
import { importPlan } from '../../store/import-plan.ts';
import { inTransaction, type Pool } from '../../store/pool.ts';
import { ROUND } from '../support/cast.ts';
import { claiming, depsOn, NOTICE } from '../support/claiming.ts';
import { onObligation, onRound, onYear } from '../support/commands.ts';
import type { TestDatabase } from '../support/database.ts';
import { china } from '../support/dates.ts';
import { deadlocks, inOrder } from '../support/interleave.ts';
import { contactOf, smallPlan, withContact } from '../support/small-plan.ts';
import { OPENED, openedRound, openRound } from '../support/started-year.ts';

const TOWNS = ['guzhen', 'xiaolan', 'minzhong', 'dongfeng', 'nantou', 'banfu', 'sanxiang'];
const OTHER = 'other-plan/2018H1';
const of = (unit: string) => [`${ROUND}/${unit}`, `${OTHER}/${unit}`] as const;

let database: TestDatabase;
let pool: Pool;

beforeAll(async () => {
  const plan = smallPlan(...TOWNS);
  database = await openedRound(plan);
  pool = database.pool;
  // In the other plan the liaison of Guzhen is the deputy as well.
  const { name, email, mobile } = contactOf(plan, 'guzhen', 'liaison');
  const other = withContact(plan, 'guzhen', 'deputy', { name, email, mobile });
  await openOther({ ...other, id: 'other-plan' });
  for (const unit of TOWNS) for (const id of of(unit)) await planned(id);
});
afterAll(async () => {
  expect(await deadlocks(pool)).toBe(0);
  await database.drop();
});

async function openOther(plan: Plan): Promise<void> {
  await importPlan(pool, plan, china, OPENED);
  const year = onYear({ kind: 'start-year' }, { year: `${plan.id}/2018`, receivedAt: OPENED });
  expect(await applyCommand(pool, year)).toMatchObject({ ok: true });
  await openRound(pool, `${plan.id}/2018H1`);
}

const planned = (obligation: string) =>
  createPlanSteps({ pool, offset: 0 }).planSteps({ obligation, asOf: OPENED });
const run = (command: Command) => (on: Pool) => applyCommand(on, command);
const waive = (id: string) => run(onObligation(id, { kind: 'waive', reason: '本期无在办事项' }));
const noticeOf = (id: string, slot: Slot = 'liaison') =>
  findDelivery(pool, deliveryKey(id, 1, 'notice', slot, 'email'));

function claimed(claim: Claim): Extract<Claim, { kind: 'message' }> {
  if (claim.kind !== 'message') throw new Error('nothing claimed');
  return claim;
}

it('both claim at once: the first carries both, the second finds it taken', async () => {
  const [one, other] = of('xiaolan');
  const [first, second] = await inOrder(pool, claiming(other), claiming(one), /^commit/);
  expect(second.kind).toBe('nothing to send');
  expect(obligationsIn(claimed(first))).toEqual([other, one]);
  for (const id of [one, other])
    expect(await noticeOf(id)).toMatchObject({ state: 'sending', message: claimed(first).key });
});

describe.each([/^select content_hash/, /^commit/])('what is held before %s', (holdAt) => {
  const unit = `${holdAt}`.includes('commit') ? 'minzhong' : 'dongfeng';
  const [one, other] = of(unit);

  it('a waiver in the other plan: the message is about its own alone', async () => {
    const [waived, claim] = await inOrder(pool, waive(other), claiming(one), holdAt);
    expect(waived).toMatchObject({ ok: true });
    expect(obligationsIn(claimed(claim))).toEqual([one]);
    expect(await noticeOf(other)).toBeNull();
  });
});

it('a waiver behind the claim does not call back what is being sent', async () => {
  const [one, other] = of('nantou');
  const [claim, waived] = await inOrder(pool, claiming(one), waive(other), /^commit/);
  expect(waived).toMatchObject({ ok: true });
  expect(obligationsIn(claimed(claim))).toEqual([other, one]);
  const outcome = { state: 'sent', providerId: 'mail-1' } as const;
  await inTransaction(pool, (tx) =>
    settle(tx, depsOn(pool), { obligation: one, claim: claimed(claim), outcome, now: OPENED }),
  );
  expect(await noticeOf(other)).toMatchObject({ state: 'sent' });
});

it('a pause of the other round that comes first leaves its part to later', async () => {
  const [one, other] = of('banfu');
  const pause = { ...onRound({ kind: 'pause', reason: '通讯录有误' }), round: OTHER };
  const [paused, claim] = await inOrder(pool, run(pause), claiming(one), /^commit/);
  expect(paused).toMatchObject({ ok: true });
  expect(obligationsIn(claimed(claim))).toEqual([one]);
  expect(await applyCommand(pool, { ...onRound({ kind: 'resume' }), round: OTHER })).toMatchObject({
    ok: true,
  });
  // It has a message of its own then: the other one is on its way.
  expect(obligationsIn(claimed(await claiming(other)(pool)))).toEqual([other]);
});

it('a reader who is also the other plan’s deputy is not told again', async () => {
  const [one, other] = of('guzhen');
  expect(obligationsIn(claimed(await claiming(one)(pool)))).toEqual([other, one]);
  const deputy = { ...NOTICE, slot: 'deputy' as const };
  expect((await claiming(other, { target: deputy })(pool)).kind).toBe('nothing to send');
  expect(await noticeOf(other, 'deputy')).toMatchObject({
    state: 'skipped',
    reason: '与另一角色是同一地址，同一信息不重发',
  });
});

it('nothing is gathered with a round that has not opened, or is over', async () => {
  const [one] = of('sanxiang');
  const cancel = onYear({ kind: 'cancel-year', reason: '启动有误' }, { year: 'other-plan/2018' });
  expect(await applyCommand(pool, cancel)).toMatchObject({ ok: true });
  expect(obligationsIn(claimed(await claiming(one)(pool)))).toEqual([one]);
});
