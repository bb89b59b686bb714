/**
 * One message about obligations of two plans: claimed under the locks of both rounds, so no command on either comes too
 * late.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { obligationsIn } from '../../../../activities/outgoing/outgoing.ts';
import { settle } from '../../../../activities/outgoing/settle.ts';
import type { Command } from '../../../../domain/command.ts';
import { smallPlan } from '../../../../rehearsal/shipped-plan.ts';
import type { Pool } from '../../../../store/db/pool.ts';
import { applyCommand } from '../../../../store/write/commands.ts';
import { contactOf, withContact } from '../../../support/people/contacts.ts';
import { claiming, depsOn, NOTICE_BY_MAIL, TAKEN } from '../../../support/record/claims.ts';
import { onObligation, onRound, onYear } from '../../../support/record/commands.ts';
import type { TestDatabase } from '../../../support/record/database.ts';
import { deadlocks, inOrder } from '../../../support/record/interleave.ts';
import { OPENED } from '../../../support/record/opened-round.ts';
import {
  both,
  claimed,
  died,
  noticeOf,
  OTHER,
  twoPlans,
} from '../../../support/record/two-plans.ts';

const TOWNS = [
  'guzhen',
  'xiaolan',
  'minzhong',
  'dongfeng',
  'nantou',
  'banfu',
  'sanxiang',
  'huangpu',
  'wuguishan',
  'nanlang',
];
const plan = smallPlan(...TOWNS);
// In the other plan the liaison of Guzhen and of Huangpu is the deputy as well.
const { contacts } = ['guzhen', 'huangpu'].reduce((made, unit) => {
  const { name, email, mobile } = contactOf(plan, unit, 'liaison');
  return withContact(made, unit, 'deputy', { name, email, mobile });
}, plan);

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await twoPlans(plan, TOWNS, { contacts });
  pool = database.pool;
});
afterAll(async () => {
  expect(await deadlocks(pool)).toBe(0);
  await database.drop();
});

const run = (command: Command) => (on: Pool) => applyCommand(on, command);
const waive = (id: string) => run(onObligation(id, { kind: 'waive', reason: '本期无在办事项' }));
const deputy = { ...NOTICE_BY_MAIL, slot: 'deputy' as const };
const pause = { ...onRound({ kind: 'pause', reason: '通讯录有误' }), round: OTHER };
const resume = () => applyCommand(pool, { ...onRound({ kind: 'resume' }), round: OTHER });

async function waitingStatements(on: Pool): Promise<string> {
  const { rows } = await on.query<{ query: string }>(
    `select query from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows.map(({ query }) => query).join(';');
}

it('both claim at once: the first carries both, the second finds it taken', async () => {
  const [one, other] = both('xiaolan');
  const [first, second] = await inOrder(pool, claiming(other), claiming(one), TAKEN);
  expect(second.kind).toBe('nothing to send');
  expect(obligationsIn(claimed(first))).toEqual([other, one]);
  for (const id of [one, other]) {
    const { key } = claimed(first);
    expect(await noticeOf(pool, id)).toMatchObject({ state: 'sending', message: key });
  }
});

describe.each([/^select content_hash/, /^commit/])('what is held before %s', (holdAt) => {
  const [one, other] = both(`${holdAt}`.includes('commit') ? 'minzhong' : 'dongfeng');

  it('a waiver in the other plan: the message is about its own alone', async () => {
    const [waived, claim] = await inOrder(pool, waive(other), claiming(one), holdAt);
    expect(waived).toMatchObject({ ok: true });
    expect(obligationsIn(claimed(claim))).toEqual([one]);
    expect(await noticeOf(pool, other)).toBeNull();
  });
});

it('a waiver behind the claim does not call back what is being sent', async () => {
  const [one, other] = both('nantou');
  const [claim, waived] = await inOrder(pool, claiming(one), waive(other), TAKEN);
  expect(waived).toMatchObject({ ok: true });
  expect(obligationsIn(claimed(claim))).toEqual([other, one]);
  const outcome = { state: 'sent', providerId: 'mail-1' } as const;
  await settle(depsOn(pool), { claim: claimed(claim), outcome, now: OPENED });
  expect(await noticeOf(pool, other)).toMatchObject({ state: 'sent' });
});

it('an obligation carried by a mail whose worker died is locked too, even if the address is no longer shared', async () => {
  const [one, other] = both('nanlang');
  const { key } = await died(pool, one);
  await pool.query(
    `update contact set email = 'new@zhongshan.example' where plan = 'other-plan' and unit = 'nanlang'`,
  );
  const again = claiming(one, { attempt: 'run#1#2' });
  // Before it has written anything.
  const atTheLock = async () => expect(await waitingStatements(pool)).toMatch(/for key share/);
  const [waived, next] = await inOrder(pool, waive(other), again, /^commit/, atTheLock);
  expect(waived).toMatchObject({ ok: true });
  expect([claimed(next).key, obligationsIn(claimed(next))]).toEqual([key, [one]]);
});

it('a pause of the other round that comes first leaves its part to later', async () => {
  const [one, other] = both('banfu');
  const [paused, claim] = await inOrder(pool, run(pause), claiming(one), /^commit/);
  expect(paused).toMatchObject({ ok: true });
  expect(obligationsIn(claimed(claim))).toEqual([one]);
  expect(await resume()).toMatchObject({ ok: true });
  // The other one gets a message of its own: the first message is being sent already.
  expect(obligationsIn(claimed(await claiming(other)(pool)))).toEqual([other]);
});

const TWICE = { state: 'skipped', reason: '与另一角色是同一地址，同一信息不重发' };

it('a reader who is also the other plan’s deputy is not told again', async () => {
  const [one, other] = both('guzhen');
  expect(obligationsIn(claimed(await claiming(one)(pool)))).toEqual([other, one]);
  expect((await claiming(other, { target: deputy })(pool)).kind).toBe('nothing to send');
  expect(await noticeOf(pool, other, 'deputy')).toMatchObject(TWICE);
});

it('nor when the other plan has told the liaison by a message of its own', async () => {
  const [one, other] = both('huangpu');
  expect(await applyCommand(pool, { ...pause, id: 'pause-again' })).toMatchObject({ ok: true });
  await claiming(one)(pool);
  await resume();
  expect(obligationsIn(claimed(await claiming(other)(pool)))).toEqual([other]);
  expect((await claiming(other, { target: deputy })(pool)).kind).toBe('nothing to send');
  expect(await noticeOf(pool, other, 'deputy')).toMatchObject(TWICE);
});

it('a refused mail is replaced by one shared SMS', async () => {
  const [one, other] = both('wuguishan');
  const outcome = { state: 'rejected', reason: '550' } as const;
  for (const target of [NOTICE_BY_MAIL, deputy]) {
    const mail = claimed(await claiming(one, { target })(pool));
    await settle(depsOn(pool), { claim: mail, outcome, now: OPENED });
  }
  const sms = { ...NOTICE_BY_MAIL, channel: 'sms' as const };
  const now = (await noticeOf(pool, one, 'liaison', 'sms'))?.at ?? OPENED;
  expect(obligationsIn(claimed(await claiming(one, { target: sms, now })(pool)))).toEqual([
    other,
    one,
  ]);
  expect((await claiming(other, { target: sms, now })(pool)).kind).toBe('nothing to send');
});

it('no message is shared with a plan that is not confirmed for real messages', async () => {
  const [one] = both('sanxiang');
  const isConfirmed = (id: string) => id !== 'other-plan';
  const claim = claimed(await claiming(one, { attempt: 'run#1#9', isConfirmed })(pool));
  expect(obligationsIn(claim)).toEqual([one]);
});

it('no message is shared with a round that has not opened, or is over', async () => {
  const [, other] = both('sanxiang');
  const cancel = onYear({ kind: 'cancel-year', reason: '启动有误' }, { year: 'other-plan/2018' });
  expect(await applyCommand(pool, cancel)).toMatchObject({ ok: true });
  expect((await claiming(other)(pool)).kind).toBe('nothing to send');
});
