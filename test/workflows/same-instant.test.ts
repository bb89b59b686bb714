/** A report and a step at the same instant, in both orders; and two units that share one message. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Outcome } from '../../domain/command.ts';
import { type Instant, MINUTE, plus, SECOND } from '../../domain/time/time.ts';
import { GatewayError } from '../../gateways/gateway.ts';
import { smallPlan } from '../../rehearsal/shipped-plan.ts';
import { lockObligations } from '../../store/db/locks.ts';
import { inTransaction } from '../../store/db/transaction.ts';
import { findUnaccounted } from '../../store/read/unaccounted.ts';
import { withContact } from '../support/people/contacts.ts';
import {
  CHASE,
  DAY_BEFORE,
  DUE_DAY,
  LAST_REMINDER,
  NOTICE,
  REMINDER,
} from '../support/time/moments-of-plan.ts';
import { act, eventually, hurried, idOf, report, startYear } from '../support/world/acts.ts';
import { looks, outcomes, steps, told } from '../support/world/record-lines.ts';
import { createTestWorld, type TestWorld } from '../support/world/world.ts';

/** Dongfeng and Dongsheng have one liaison, whose address is written in two ways. */
const SHARED = { name: '两镇联络员', mobile: '10900009901' };
const BOTH = 'both@zhongshan.example';
const plan = withContact(
  withContact(
    smallPlan('guzhen', 'xiaolan', 'minzhong', 'dongfeng', 'dongsheng'),
    'dongfeng',
    'liaison',
    {
      ...SHARED,
      email: BOTH,
    },
  ),
  'dongsheng',
  'liaison',
  { ...SHARED, email: 'Both@zhongshan.example' },
);
let world: TestWorld;

beforeAll(async () => {
  world = await createTestWorld({ plan, start: DAY_BEFORE, bundle: inject('workflowBundle') });
  await startYear(world);
  await world.passTo(NOTICE);
});
afterAll(() => world.close());

test('a change of one unit makes its own workflow look, and no other', async () => {
  const before = await looks(world, 'minzhong');
  const own = await looks(world, 'xiaolan');
  await act(world, 'xiaolan', { kind: 'confirm' });
  expect(await looks(world, 'xiaolan')).toBe(own + 1);
  expect(await looks(world, 'minzhong')).toBe(before);
});

test('one person for two units gets one mail that names both, and one SMS that counts them', async () => {
  await world.passTo(REMINDER);
  const mails = world.outside.mailsTo(BOTH);
  expect(mails).toHaveLength(2);
  for (const { text } of mails) expect(text).toMatch(/东凤镇[\s\S]*东升镇/);
  const texts = world.outside.texts.filter(({ to }) => to === SHARED.mobile);
  expect(texts.map(({ text }) => text)).toEqual([expect.stringContaining('您联系的2个单位')]);
  const sentToBoth = ['liaison email sent', 'liaison sms sent'];
  expect(await outcomes(world, 'dongfeng', 'reminder-5')).toEqual(sentToBoth);
  expect(await outcomes(world, 'dongsheng', 'reminder-5')).toEqual(sentToBoth);
});

/** Both reach the obligation's lock at that instant, in the order asked for. */
async function meet(unit: string, step: Instant, first: 'report' | 'step', deliveries: number) {
  await world.passTo(plus(step, -MINUTE));
  const made = await report(world, unit);
  const submit = (at: Instant | null) => hurried(world, unit, { kind: 'submit', report: made }, at);
  const came: Promise<Outcome>[] = [];
  await inTransaction(world.pool, async (tx) => {
    await lockObligations(tx, [idOf(unit)]);
    if (first === 'report') {
      came.push(submit(step));
      await waitingAtLock(unit, 1);
    }
    await world.sleepUntil(step);
    await waitingAtLock(unit, deliveries + came.length);
    if (first === 'step') {
      came.push(submit(null));
      await waitingAtLock(unit, deliveries + 1);
    }
  });
  expect(await Promise.all(came)).toMatchObject([{ ok: true }]);
  await world.settle();
}

/** How many transactions wait at the lock of that obligation. */
const waitingAtLock = (unit: string, n: number) =>
  eventually(async () => {
    const { rows } = await world.pool.query<{ n: number }>(
      `select count(*)::int as n
         from pg_locks join pg_database d on d.oid = database, hashtextextended($1, 0) as key
        where datname = current_database() and locktype = 'advisory' and not granted
          and classid = ((key >> 32) & 4294967295)::oid and objid = (key & 4294967295)::oid`,
      [idOf(unit)],
    );
    return rows[0]?.n;
  }).toBe(n);

test('a report that comes first at the instant of a step: nothing of the step is sent', async () => {
  await meet('guzhen', LAST_REMINDER, 'report', 2);
  expect(await told(world, 'guzhen')).toEqual(['notice', 'reminder-5', 'receipt-1']);
  expect((await steps(world, 'guzhen'))['reminder-1']).toBe('已报，取消');
});

test('when that mail does not get through, each unit is told by a mail of its own', async () => {
  await world.passTo(plus(DUE_DAY, -MINUTE));
  world.outside.fail(BOTH, new GatewayError('451 try again later'), 1);
  await world.sleepUntil(plus(await world.now(), MINUTE + 20 * SECOND));
  await world.settle();
  const mails = world.outside.mailsTo(BOTH).slice(3);
  expect(mails.map(({ text }) => text.slice(0, 3)).sort()).toEqual(['东凤镇', '东升镇']);
  for (const unit of ['dongfeng', 'dongsheng']) {
    expect(await outcomes(world, unit, 'due')).toContain('liaison email sent');
  }
});

test('a step that comes first at the instant of a report is sent whole, and nothing after it', async () => {
  // Mail and SMS; the deputy's mail comes after the liaison's, on the same queue.
  await meet('xiaolan', CHASE, 'step', 2);
  const chase = ['deputy email sent', 'liaison email sent', 'liaison sms sent'];
  expect(await outcomes(world, 'xiaolan', 'chase-1')).toEqual(
    // The liaison has confirmed and been reached, so the deputy gets no message.
    chase.with(0, 'deputy email skipped'),
  );
  expect((await told(world, 'xiaolan')).slice(-2)).toEqual(['chase-1', 'receipt-1']);
  expect((await steps(world, 'xiaolan'))['press-3']).toBe('已报，取消');
});

test('nobody who has reported was reminded, and every step is accounted for', async () => {
  expect(await findUnaccounted(world.pool, await world.now())).toEqual([]);
});

test('every workflow replays its own history', async () => {
  expect(await world.failedReplays()).toEqual([]);
});
