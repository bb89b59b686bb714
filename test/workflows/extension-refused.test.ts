/** A refused request for a later date: the liaison is told once, in the send window, with the reason. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { day } from '../../domain/time/time.ts';
import { smallPlan } from '../../rehearsal/shipped-plan.ts';
import { findUnaccounted } from '../../store/read/unaccounted.ts';
import { contactOf } from '../support/people/contacts.ts';
import { at } from '../support/time/dates.ts';
import { DAY_BEFORE, NOTICE } from '../support/time/moments-of-plan.ts';
import { act, startYear } from '../support/world/acts.ts';
import { outcomes } from '../support/world/record-lines.ts';
import { createTestWorld, type TestWorld } from '../support/world/world.ts';

const plan = smallPlan('guzhen', 'xiaolan');
const addressOf = (unit: string) => contactOf(plan, unit, 'liaison').email;
const subjects = (unit: string) =>
  world.outside.mailsTo(addressOf(unit)).map(({ subject }) => subject);
let world: TestWorld;

beforeAll(async () => {
  world = await createTestWorld({ plan, start: DAY_BEFORE, bundle: inject('workflowBundle') });
  await startYear(world);
  await world.passTo(NOTICE);
  await world.passTo(at('2018-06-25 20:00'));
});
afterAll(() => world.close());

const ask = (unit: string) =>
  act(world, unit, { kind: 'ask-extension', until: day('2018-07-25'), reason: '台风应急' });
const refuse = (unit: string) =>
  act(world, unit, { kind: 'refuse-extension', reason: '市政府办已催要汇总。' });

test('in the evening it waits for the morning, and then says why and which date stands', async () => {
  await ask('guzhen');
  expect(await refuse('guzhen')).toMatchObject({ ok: true });
  expect(subjects('guzhen')).toHaveLength(1);
  await world.passTo(at('2018-06-26 08:30'));
  expect(await outcomes(world, 'guzhen', 'extension-refused-1')).toEqual([
    'liaison email sent',
    'liaison sms sent',
  ]);
  const mail = world.outside.mailsTo(addressOf('guzhen')).at(-1);
  expect(mail?.subject).toBe('2018年上半年延期申请的答复：报送时间不变');
  expect(mail?.text).toContain(
    '延至7月25日报送的申请收悉，经研究未能同意。事由：市政府办已催要汇总。',
  );
  expect(mail?.text).toContain('报送时间仍为7月15日');
});

test('granted after all in the same evening, only the new date is told', async () => {
  await world.passTo(at('2018-06-26 20:00'));
  await ask('xiaolan');
  await refuse('xiaolan');
  await act(world, 'xiaolan', { kind: 'extend', until: day('2018-07-25'), reason: '台风应急' });
  await world.passTo(at('2018-06-27 09:00'));
  expect(await outcomes(world, 'xiaolan', 'extension-refused-1')).toEqual([]);
  expect(subjects('xiaolan').slice(1)).toEqual(['2018年上半年报送时间延至7月25日']);
});

test('once each, and all of it is accounted for', async () => {
  await world.passTo(at('2018-07-02 09:00'));
  expect(subjects('guzhen')).toHaveLength(2);
  expect(await findUnaccounted(world.pool, await world.now())).toEqual([]);
  expect(await world.failedReplays()).toEqual([]);
});
