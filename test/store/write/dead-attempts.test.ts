/**
 * The worker died between the claim of a message about two plans and its settling. Whatever its owner does next, the
 * other obligation is told once, or the outcome is recorded as unknown.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { obligationsIn, type ToSend } from '../../../activities/outgoing/outgoing.ts';
import { insistOn } from '../../../activities/outgoing/peers.ts';
import { type Outcome, settle } from '../../../activities/outgoing/settle.ts';
import type { ObligationAct } from '../../../domain/obligation/act.ts';
import { smallPlan } from '../../../rehearsal/shipped-plan.ts';
import type { Pool } from '../../../store/db/pool.ts';
import { findMessage } from '../../../store/read/messages.ts';
import { applyCommand } from '../../../store/write/commands.ts';
import { claiming, depsOn } from '../../support/record/claims.ts';
import { onObligation, onRound, onYear } from '../../support/record/commands.ts';
import type { TestDatabase } from '../../support/record/database.ts';
import { OPENED } from '../../support/record/opened-round.ts';
import {
  both,
  claimed,
  died,
  look,
  noticeOf,
  OTHER,
  twoPlans,
} from '../../support/record/two-plans.ts';
import { at } from '../../support/time/dates.ts';

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
  'tanzhou',
  'shaxi',
  'gangkou',
  'sanjiao',
];
const AGAIN = { attempt: 'run#1#2' };
const plan = smallPlan(...TOWNS);

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

const settling = (id: string, claim: ToSend, outcome: Outcome) =>
  settle(depsOn(pool), { claim, outcome, now: OPENED });

describe('a mail', () => {
  it('goes out again about both, under the same key', async () => {
    const [one, other] = both('guzhen');
    const first = await died(pool, one);
    const next = claimed(await claiming(one, AGAIN)(pool));
    expect([next.key, next.subject, next.text]).toEqual([first.key, first.subject, first.text]);
    expect(obligationsIn(next)).toEqual(obligationsIn(first));
    expect(await noticeOf(pool, other)).toMatchObject({ state: 'sending', message: first.key });
  });

  it('goes out again without the unit that has reported meanwhile', async () => {
    const [one, other] = both('xiaolan');
    await died(pool, one);
    await waive(other);
    expect(obligationsIn(claimed(await claiming(one, AGAIN)(pool)))).toEqual([one]);
    await look(pool, other);
    expect(await noticeOf(pool, other)).toMatchObject({ state: 'cancelled' });
  });

  it('whose owner has reported is followed by one about the other', async () => {
    const [one, other] = both('minzhong');
    const { key } = await died(pool, one);
    await waive(one);
    expect((await claiming(one, AGAIN)(pool)).kind).toBe('nothing to send');
    expect(await noticeOf(pool, one)).toMatchObject({ state: 'unknown' });
    expect(await findMessage(pool, key)).toMatchObject({ state: 'unknown' });
    expect(obligationsIn(claimed(await claiming(other)(pool)))).toEqual([other]);
  });

  it('so it is when its owner has no address any more', async () => {
    const [one, other] = both('dongfeng');
    const { key } = await died(pool, one);
    await pool.query(
      `update contact set email = null where plan = $1 and unit = 'dongfeng' and role = 'liaison'`,
      [plan.id],
    );
    expect((await claiming(one, AGAIN)(pool)).kind).toBe('nothing to send');
    expect(await findMessage(pool, key)).toMatchObject({ state: 'unknown' });
    expect(obligationsIn(claimed(await claiming(other)(pool)))).toEqual([other]);
  });

  it('so it is when the owner’s next step comes first', async () => {
    const [one, other] = both('nantou');
    await died(pool, one);
    // Both have reached their next step: the notice's window has closed.
    const now = at('2018-07-06 09:00');
    expect((await claiming(one, { ...AGAIN, now })(pool)).kind).toBe('nothing to send');
    expect(await noticeOf(pool, one)).toMatchObject({ state: 'given up' });
    expect(await noticeOf(pool, other)).toMatchObject({ state: 'planned', message: null });
  });

  it('whose owner waits for the next window is not waited for', async () => {
    const [one, other] = both('tanzhou');
    const { key } = await died(pool, one);
    const now = at('2018-06-22 19:00');
    expect((await claiming(one, { ...AGAIN, now })(pool)).kind).toBe('nothing to send');
    expect(await noticeOf(pool, one)).toMatchObject({ state: 'planned', message: key });
    expect(await noticeOf(pool, other)).toMatchObject({ state: 'planned', message: null });
    // Reported before that window: no attempt follows, and whether the message arrived is unknown.
    await waive(one);
    await look(pool, one, now);
    expect(await findMessage(pool, key)).toMatchObject({ state: 'unknown' });
    expect(await noticeOf(pool, one)).toMatchObject({ state: 'cancelled' });
  });

  it('whose first attempt is only slow, and fails in the end, stays with the second', async () => {
    const [one, other] = both('shaxi');
    const slow = await died(pool, one);
    const next = claimed(await claiming(one, AGAIN)(pool));
    expect(obligationsIn(next)).toHaveLength(2);
    await settling(one, slow, { state: 'failed for now', reason: '451', retryAfterMs: undefined });
    expect(await noticeOf(pool, other)).toMatchObject({ state: 'sending', message: next.key });
    await settling(one, next, { state: 'sent', providerId: 'mail-1' });
    expect(await noticeOf(pool, other)).toMatchObject({ state: 'sent' });
  });

  it('is ended only by its owner, even if the other obligation looks first', async () => {
    const [one, other] = both('banfu');
    const { key } = await died(pool, one);
    const now = at('2018-07-06 09:00');
    expect((await claiming(other, { ...AGAIN, now })(pool)).kind).toBe('nothing to send');
    expect(await findMessage(pool, key)).toMatchObject({ state: 'sending' });
  });

  it('whose owner is halted is not waited for', async () => {
    const [one, other] = both('sanxiang');
    await died(pool, other);
    const pause = { ...onRound({ kind: 'pause', reason: '通讯录有误' }), round: OTHER };
    expect(await applyCommand(pool, pause)).toMatchObject({ ok: true });
    expect((await claiming(other, AGAIN)(pool)).kind).toBe('nothing to send');
    // As after a failed attempt: the look after the pause sees it.
    expect(await noticeOf(pool, other)).toMatchObject({ state: 'planned' });
    expect(obligationsIn(claimed(await claiming(one)(pool)))).toEqual([one]);
    await applyCommand(pool, { ...onRound({ kind: 'resume' }), round: OTHER });
    expect(obligationsIn(claimed(await claiming(other, { attempt: 'run#1#3' })(pool)))).toEqual([
      other,
    ]);
  });
});

it('a delivery that a dead message of another has kept goes on by itself', async () => {
  const [one, other] = both('dongsheng');
  const { key } = await died(pool, one);
  // As earlier versions left it.
  await pool.query(`update message set state = 'unknown' where key = $1`, [key]);
  expect(obligationsIn(claimed(await claiming(other)(pool)))).toEqual([other]);
});

it('locks what the message carries', async () => {
  const [one, other] = both('gangkou');
  const { key } = await died(pool, one);
  await insistOn(pool, key, [other, one]);
  await expect(insistOn(pool, key, [one])).rejects.toThrow(/come to carry others/);
});

it('a cancelled year sends nothing more; the other plan’s notice goes on by itself', async () => {
  const [one, other] = both('nanlang');
  const [owner, over] = both('sanjiao');
  await died(pool, other);
  const { key } = await died(pool, owner);
  const cancel = onYear({ kind: 'cancel-year', reason: '启动有误' }, { year: 'other-plan/2018' });
  expect(await applyCommand(pool, cancel)).toMatchObject({ ok: true });
  await claiming(other, AGAIN)(pool);
  expect(obligationsIn(claimed(await claiming(one)(pool)))).toEqual([one]);
  expect(obligationsIn(claimed(await claiming(owner, AGAIN)(pool)))).toEqual([owner]);
  expect(await noticeOf(pool, over)).toMatchObject({ state: 'unknown', message: key });
});
