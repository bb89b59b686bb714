/** Before a round opens: each person is asked once whether they are still the liaison, in the send window, or not at all. */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { PlanAct } from '../../domain/plan-change/act.ts';
import type { Instant } from '../../domain/time/time.ts';
import { smallPlan } from '../../rehearsal/shipped-plan.ts';
import { readCheckRows } from '../../store/read/contact-checks.ts';
import { applyCommand } from '../../store/write/commands.ts';
import { bounceRecord } from '../../store/write/receipts.ts';
import { administrator, ROUND } from '../support/people/cast.ts';
import { contactOf, withContact } from '../support/people/contacts.ts';
import { bounced, sentMail } from '../support/record/messages.ts';
import { at, show } from '../support/time/dates.ts';
import { NOTICE } from '../support/time/moments-of-plan.ts';
import { startYear } from '../support/world/acts.ts';
import { createTestWorld, type TestWorld } from '../support/world/world.ts';

const towns = smallPlan(
  'jinrongju',
  'guzhen',
  'dongfeng',
  'dongsheng',
  'xiaolan',
  'minzhong',
  'nantou',
);
const shared = contactOf(towns, 'dongfeng', 'liaison');
const one = withContact(towns, 'dongsheng', 'liaison', {
  email: shared.email?.toUpperCase() ?? null,
});
/** 东凤 and 东升 have one liaison. In 小榄 only the deputy has a mailbox, in 民众 nobody; mail to 南头's liaison bounced. */
const plan = withContact(
  withContact(withContact(one, 'xiaolan', 'liaison', { email: null }), 'minzhong', 'liaison', {
    email: null,
  }),
  'minzhong',
  'deputy',
  { email: null },
);
const dead = contactOf(plan, 'nantou', 'liaison').email;
const begin = (start: Instant) =>
  createTestWorld({ plan, start, bundle: inject('workflowBundle'), maxCachedWorkflows: 0 });

const questions = async (world: TestWorld) => {
  const { rows } = await world.pool.query<{
    at: Instant;
    address: string;
    text: string;
    state: string;
  }>(
    `select claimed_at as at, address, text, state from message where kind = 'contact-check' order by address`,
  );
  return rows.map((row) => [show(row.at), row.address, row.state]);
};
const checks = async (world: TestWorld) =>
  Object.fromEntries(
    (await readCheckRows(world.pool, ROUND)).map((row) => [
      row.unit,
      [row.state, row.delivery, row.reason ?? row.deliveryReason],
    ]),
  );
const act = (world: TestWorld, what: PlanAct, id: string) =>
  world
    .now()
    .then((receivedAt) =>
      applyCommand(world.pool, { id, actor: administrator, receivedAt, plan: plan.id, act: what }),
    );

describe('a year started in time', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await begin(at('2018-06-13 12:00'));
    await startYear(world);
    const key = await sentMail(world.pool, dead, await world.now());
    await bounceRecord(world.pool, world.now).take(bounced(key), 'undelivered');
    await world.passTo(at('2018-06-14 08:59'));
  });
  afterAll(() => world.close());

  test('asks nobody before its moment, and everybody then: one mail a person', async () => {
    expect(await questions(world)).toEqual([]);
    await world.passTo(at('2018-06-14 09:01'));
    const deputies = ['xiaolan', 'nantou'].map((unit) => contactOf(plan, unit, 'deputy').email);
    expect(await questions(world)).toEqual(
      [shared.email, contactOf(plan, 'guzhen', 'liaison').email, ...deputies]
        .toSorted()
        .map((address) => ['2018-06-14 09:00', address, 'sent']),
    );
    const { rows } = await world.pool.query(`select text from message where address = $1`, [
      shared.email,
    ]);
    expect(rows[0]?.text).toMatch(/^东凤镇政府、东升镇政府：.*东凤镇\n联络员：.*东升镇\n联络员：/s);
    expect(rows[0]?.text).not.toContain(shared.mobile);
    expect(await checks(world)).toEqual({
      dongfeng: ['asked', 'sent', null],
      dongsheng: ['asked', 'sent', null],
      guzhen: ['asked', 'sent', null],
      xiaolan: ['asked', 'sent', null],
      minzhong: ['asked', 'skipped', '没有可用的联系人邮箱'],
      nantou: ['asked', 'sent', null],
    });
  });

  test('asks nobody twice, also with new workers, a new calendar look and the opening', async () => {
    await world.replaceWorkers();
    await world.passTo(at('2018-06-20 10:00'));
    await world.passTo(NOTICE);
    expect(await questions(world)).toHaveLength(4);
  });

  test('what the unit names is written to only when an officer has accepted it', {
    timeout: 120_000,
  }, async () => {
    const liaison = { name: '新人', email: 'new@zhongshan.example', mobile: null, phone: null };
    const of = { round: ROUND, unit: 'guzhen' };
    const naming = { kind: 'name-contacts', ...of, liaison, deputy: null, atOnce: false } as const;
    expect(await act(world, naming, 'name')).toMatchObject({ ok: true });
    const tasks = () =>
      world.pool.query(`select text from task where kind = 'contacts' and done_at is null`);
    expect((await tasks()).rows).toEqual([
      { text: expect.stringContaining('核对古镇镇提出的联络员新人') },
    ]);
    await world.passTo(at('2018-07-06 09:30'));
    const to = (kind: string) =>
      world.pool.query<{ person: string }>(
        `select person from delivery where obligation = $1 and slot = 'liaison' and channel = 'email' and kind = $2
          order by at desc limit 1`,
        [`${ROUND}/guzhen`, kind],
      );
    expect((await to('reminder')).rows[0]?.person).toBe(contactOf(plan, 'guzhen', 'liaison').name);
    expect(await act(world, { kind: 'accept-contacts', ...of }, 'accept')).toMatchObject({
      ok: true,
    });
    expect((await tasks()).rows).toEqual([]);
    await world.passTo(at('2018-07-13 10:00'));
    expect((await to('due')).rows[0]?.person).toBe('新人');
  });

  test('every workflow replays its own history', async () => {
    expect(await world.failedReplays()).toEqual([]);
  });
});

describe('a year started late', () => {
  let world: TestWorld;
  afterAll(() => world.close());

  test('between the question and the opening asks in the next window those who have not answered', async () => {
    world = await begin(at('2018-06-15 18:00'));
    await startYear(world);
    await world.passTo(at('2018-06-17 12:00'));
    expect(await questions(world)).toEqual([]);
    const confirm = { kind: 'confirm-contacts', round: ROUND, unit: 'guzhen' } as const;
    expect(await act(world, confirm, 'confirm')).toMatchObject({ ok: true });
    await world.passTo(at('2018-06-19 09:00'));
    expect((await questions(world)).map(([when]) => when)).toEqual([
      '2018-06-19 08:30',
      '2018-06-19 08:30',
      '2018-06-19 08:30',
    ]);
    expect(await checks(world)).toMatchObject({
      guzhen: ['confirmed', 'skipped', '已经答复，不必再问'],
      dongfeng: ['asked', 'sent', null],
    });
  });
});

test('a round that opens at once asks nobody and says why', async () => {
  const world = await begin(at('2018-06-25 10:00'));
  try {
    await startYear(world);
    await world.passTo(at('2018-06-26 10:00'));
    expect(await questions(world)).toEqual([]);
    expect((await checks(world))['guzhen']).toEqual([
      'skipped',
      null,
      '批次已开启，不再核对联络员',
    ]);
  } finally {
    await world.close();
  }
});
