/** As dead-attempts.test.ts, with an SMS: it may have been sent, so it is not sent again, and an officer is told. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { smallPlan } from '../../../rehearsal/shipped-plan.ts';
import type { Pool } from '../../../store/db/pool.ts';
import { findMessage } from '../../../store/read/messages.ts';
import { applyCommand } from '../../../store/write/commands.ts';
import { claiming, NOTICE_BY_MAIL } from '../../support/record/claims.ts';
import { onObligation, onRound } from '../../support/record/commands.ts';
import type { TestDatabase } from '../../support/record/database.ts';
import { both, died, noticeOf, OTHER, twoPlans } from '../../support/record/two-plans.ts';

const TOWNS = ['guzhen', 'fusha', 'huangpu', 'xiaolan'];
const SMS = { ...NOTICE_BY_MAIL, channel: 'sms' as const };
const AGAIN = { attempt: 'run#1#2', target: SMS };
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

const unknown = { state: 'unknown', reason: '发送中断，不知是否已送出；未重发' };
const tasksOf = async (id: string) => {
  const { rows } = await pool.query(`select kind from task where obligation = $1`, [id]);
  return rows;
};

it('is not sent again: unknown for both, with a task each', async () => {
  const [one, other] = both('guzhen');
  const { key } = await died(pool, one, SMS);
  expect((await claiming(one, AGAIN)(pool)).kind).toBe('nothing to send');
  expect((await claiming(other, { target: SMS })(pool)).kind).toBe('nothing to send');
  for (const id of [one, other]) {
    expect(await noticeOf(pool, id, 'liaison', 'sms')).toMatchObject(unknown);
    expect(await tasksOf(id)).toEqual([{ kind: 'unknown' }]);
  }
  expect(await findMessage(pool, key)).toMatchObject({ state: 'unknown' });
});

it('nor where an earlier version had left the other’s part', async () => {
  const [one, other] = both('fusha');
  const { key } = await died(pool, one, SMS);
  await pool.query(`update message set state = 'unknown' where key = $1`, [key]);
  expect((await claiming(other, { target: SMS })(pool)).kind).toBe('nothing to send');
  expect(await noticeOf(pool, other, 'liaison', 'sms')).toMatchObject(unknown);
});

it('nor when its owner has reported', async () => {
  const [one, other] = both('huangpu');
  await died(pool, one, SMS);
  await applyCommand(pool, onObligation(one, { kind: 'waive', reason: '本期无在办事项' }));
  await claiming(one, AGAIN)(pool);
  expect(await noticeOf(pool, other, 'liaison', 'sms')).toMatchObject(unknown);
  expect((await claiming(other, { target: SMS })(pool)).kind).toBe('nothing to send');
});

it('nor while its owner is halted', async () => {
  const [one, other] = both('xiaolan');
  await died(pool, other, SMS);
  const pause = { ...onRound({ kind: 'pause', reason: '通讯录有误' }), round: OTHER };
  expect(await applyCommand(pool, pause)).toMatchObject({ ok: true });
  expect((await claiming(other, AGAIN)(pool)).kind).toBe('nothing to send');
  for (const id of [one, other])
    expect(await noticeOf(pool, id, 'liaison', 'sms')).toMatchObject(unknown);
});
