/**
 * The worker died between the claim of a message about two plans and its settling. Whatever its owner does next, the
 * other is told, once, or it is written down that nobody knows.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { obligationsIn } from '../../activities/message.ts';
import type { ObligationAct } from '../../domain/command.ts';
import { applyCommand } from '../../store/commands.ts';
import { findMessage } from '../../store/messages.ts';
import type { Pool } from '../../store/pool.ts';
import { claiming, NOTICE } from '../support/claiming.ts';
import { onObligation, onRound, onYear } from '../support/commands.ts';
import type { TestDatabase } from '../support/database.ts';
import { at } from '../support/dates.ts';
import { smallPlan } from '../support/small-plan.ts';
import { both, claimed, look, noticeOf, OTHER, twoPlans } from '../support/two-plans.ts';

const TOWNS = [
  'guzhen',
  'xiaolan',
  'minzhong',
  'dongfeng',
  'nantou',
  'banfu',
  'sanxiang',
  'huangpu',
  'nanlang',
  'dongsheng',
];
const AGAIN = { attempt: 'run#1#2' };
const SMS = { ...NOTICE, channel: 'sms' as const };
const shipped = smallPlan(...TOWNS);
/** The notice by SMS too. */
const policy = {
  ...shipped.policy,
  steps: shipped.policy.steps.map((step) =>
    step.kind === 'notice'
      ? { ...step, to: step.to.map((to) => ({ ...to, channels: ['email', 'sms'] as const })) }
      : step,
  ),
};
const plan = { ...shipped, policy };

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await twoPlans(plan, TOWNS);
  pool = database.pool;
});
afterAll(() => database.drop());

const act = async (id: string, what: ObligationAct) =>
  expect(await applyCommand(pool, onObligation(id, what))).toMatchObject({ ok: true });
const waive = (id: string) => act(id, { kind: 'waive', reason: '本期无在办事项' });

/** Claimed by the first attempt, about both; then nothing more of it. */
async function died(owner: string, target = NOTICE) {
  const claim = claimed(await claiming(owner, { target })(pool));
  expect(obligationsIn(claim)).toHaveLength(2);
  return claim;
}

describe('a mail', () => {
  it('goes out again about both, under the same key', async () => {
    const [one, other] = both('guzhen');
    const first = await died(one);
    const next = claimed(await claiming(one, AGAIN)(pool));
    expect([next.key, next.subject, next.text]).toEqual([first.key, first.subject, first.text]);
    expect(obligationsIn(next)).toEqual(obligationsIn(first));
    expect(await noticeOf(pool, other)).toMatchObject({ state: 'sending', message: first.key });
  });

  it('goes out again without who has reported meanwhile', async () => {
    const [one, other] = both('xiaolan');
    await died(one);
    await waive(other);
    expect(obligationsIn(claimed(await claiming(one, AGAIN)(pool)))).toEqual([one]);
    await look(pool, other);
    expect(await noticeOf(pool, other)).toMatchObject({ state: 'cancelled' });
  });

  it('whose owner has reported is followed by one about the other', async () => {
    const [one, other] = both('minzhong');
    const { key } = await died(one);
    await waive(one);
    expect((await claiming(one, AGAIN)(pool)).kind).toBe('nothing to send');
    expect(await noticeOf(pool, one)).toMatchObject({ state: 'unknown' });
    expect(await findMessage(pool, key)).toMatchObject({ state: 'unknown' });
    expect(obligationsIn(claimed(await claiming(other)(pool)))).toEqual([other]);
  });

  it('whose owner has no address any more likewise', async () => {
    const [one, other] = both('dongfeng');
    const { key } = await died(one);
    await pool.query(
      `update contact set email = null where plan = $1 and unit = 'dongfeng' and role = 'liaison'`,
      [plan.id],
    );
    expect((await claiming(one, AGAIN)(pool)).kind).toBe('nothing to send');
    expect(await findMessage(pool, key)).toMatchObject({ state: 'unknown' });
    expect(obligationsIn(claimed(await claiming(other)(pool)))).toEqual([other]);
  });

  it('whose owner is overtaken by its next step likewise', async () => {
    const [one, other] = both('nantou');
    await died(one);
    // Both by the clock of their next step: the notice’s window has closed.
    const now = at('2018-07-06 09:00');
    expect((await claiming(one, { ...AGAIN, now })(pool)).kind).toBe('nothing to send');
    expect(await noticeOf(pool, one)).toMatchObject({ state: 'given up' });
    expect(await noticeOf(pool, other)).toMatchObject({ state: 'planned', message: null });
  });

  it('of which the other looks at its own, late, before the owner does: nobody ends it but its owner', async () => {
    const [one, other] = both('banfu');
    const { key } = await died(one);
    const now = at('2018-07-06 09:00');
    expect((await claiming(other, { ...AGAIN, now })(pool)).kind).toBe('nothing to send');
    expect(await findMessage(pool, key)).toMatchObject({ state: 'sending' });
  });

  it('whose owner is halted is not waited for', async () => {
    const [one, other] = both('sanxiang');
    await died(other);
    const pause = { ...onRound({ kind: 'pause', reason: '通讯录有误' }), round: OTHER };
    expect(await applyCommand(pool, pause)).toMatchObject({ ok: true });
    expect((await claiming(other, AGAIN)(pool)).kind).toBe('nothing to send');
    expect(obligationsIn(claimed(await claiming(one)(pool)))).toEqual([one]);
    await applyCommand(pool, { ...onRound({ kind: 'resume' }), round: OTHER });
    expect(obligationsIn(claimed(await claiming(other, { attempt: 'run#1#3' })(pool)))).toEqual([
      other,
    ]);
  });
});

it('a delivery that a dead message of another has kept goes on by itself', async () => {
  const [one, other] = both('dongsheng');
  const { key } = await died(one);
  // As earlier versions left it.
  await pool.query(`update message set state = 'unknown' where key = $1`, [key]);
  expect(obligationsIn(claimed(await claiming(other)(pool)))).toEqual([other]);
});

describe('an SMS', () => {
  const unknown = { state: 'unknown', reason: '发送中断，不知是否已送出；未重发' };
  const tasksOf = async (id: string) => {
    const { rows } = await pool.query(`select kind from task where obligation = $1`, [id]);
    return rows;
  };

  it('is said again to nobody: unknown for both, with a task each', async () => {
    const [one, other] = both('guzhen');
    const { key } = await died(one, SMS);
    expect((await claiming(one, { ...AGAIN, target: SMS })(pool)).kind).toBe('nothing to send');
    expect((await claiming(other, { target: SMS })(pool)).kind).toBe('nothing to send');
    for (const id of [one, other]) {
      expect(await noticeOf(pool, id, 'liaison', 'sms')).toMatchObject(unknown);
      expect(await tasksOf(id)).toEqual([{ kind: 'unknown' }]);
    }
    expect(await findMessage(pool, key)).toMatchObject({ state: 'unknown' });
  });

  it('nor when its owner has reported', async () => {
    const [one, other] = both('huangpu');
    await died(one, SMS);
    await waive(one);
    await claiming(one, { ...AGAIN, target: SMS })(pool);
    expect(await noticeOf(pool, other, 'liaison', 'sms')).toMatchObject(unknown);
    expect((await claiming(other, { target: SMS })(pool)).kind).toBe('nothing to send');
  });
});

it('a year that is cancelled leaves the other plan’s notice to the other', async () => {
  const [one, other] = both('nanlang');
  await died(other);
  const cancel = onYear({ kind: 'cancel-year', reason: '启动有误' }, { year: 'other-plan/2018' });
  expect(await applyCommand(pool, cancel)).toMatchObject({ ok: true });
  await claiming(other, AGAIN)(pool);
  expect(obligationsIn(claimed(await claiming(one)(pool)))).toEqual([one]);
});
