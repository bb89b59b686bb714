/** An address whose mail bounced gets no more mail: what replaces each kind of message. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { MINUTE, plus } from '../../domain/time/time.ts';
import { smallPlan } from '../../rehearsal/shipped-plan.ts';
import { readFailedDeliveries } from '../../store/read/deliveries.ts';
import { applyCommand } from '../../store/write/commands.ts';
import { bounceRecord } from '../../store/write/receipts.ts';
import { administrator } from '../support/people/cast.ts';
import { contactOf, withContact } from '../support/people/contacts.ts';
import { bounced, sentMail } from '../support/record/messages.ts';
import { at } from '../support/time/dates.ts';
import {
  CHASE,
  DAY_BEFORE,
  LAST_REMINDER,
  NOTICE,
  PRESS,
  REMINDER,
} from '../support/time/moments-of-plan.ts';
import { act, idOf, startYear } from '../support/world/acts.ts';
import { outcomes, tasks } from '../support/world/record-lines.ts';
import { createTestWorld, type TestWorld } from '../support/world/world.ts';

// xiaolan: no mobiles. guzhen: mobiles too. banfu and sanxiang: one liaison for both.
const shared = contactOf(smallPlan('banfu'), 'banfu', 'liaison');
const { email, mobile } = shared;
const plan = [
  ['xiaolan', 'liaison', { mobile: null }] as const,
  ['xiaolan', 'deputy', { mobile: null }] as const,
  ['sanxiang', 'liaison', { name: shared.name, email, mobile }] as const,
].reduce(
  (made, [unit, role, change]) => withContact(made, unit, role, change),
  smallPlan('xiaolan', 'guzhen', 'banfu', 'sanxiang', 'jinrongju'),
);
const mailOf = (unit: string, role: 'liaison' | 'deputy' | 'leader') =>
  contactOf(plan, unit, role).email.toLowerCase();
let world: TestWorld;

beforeAll(async () => {
  world = await createTestWorld({ plan, start: DAY_BEFORE, bundle: inject('workflowBundle') });
  await startYear(world);
  await world.passTo(NOTICE);
});
afterAll(() => world.close());

/** An earlier mail to that address bounced. */
async function mark(address: string): Promise<void> {
  const key = await sentMail(world.pool, address, await world.now());
  await bounceRecord(world.pool, world.now).take(bounced(key), 'undelivered');
}

const mailsTo = (...addresses: string[]) =>
  addresses.flatMap((address) => world.outside.mailsTo(address)).length;

test('the SMS of the same step is enough; nobody else is told', async () => {
  await mark(mailOf('guzhen', 'liaison'));
  const before = mailsTo(mailOf('guzhen', 'liaison'), mailOf('guzhen', 'deputy'));
  await world.passTo(REMINDER);
  expect(await outcomes(world, 'guzhen', 'reminder-5')).toEqual([
    'liaison email rejected',
    'liaison sms sent',
  ]);
  expect(mailsTo(mailOf('guzhen', 'liaison'), mailOf('guzhen', 'deputy'))).toBe(before);
});

test('without a mobile the deputy is told after the time the policy gives, and when that mailbox is dead too, an officer', async () => {
  await mark(mailOf('xiaolan', 'liaison'));
  await world.passTo(LAST_REMINDER);
  expect(await outcomes(world, 'xiaolan', 'reminder-1')).toEqual([
    'deputy email planned',
    'liaison email rejected',
    'liaison sms skipped',
  ]);
  await world.passTo(plus(LAST_REMINDER, 31 * MINUTE));
  expect(await outcomes(world, 'xiaolan', 'reminder-1')).toContain('deputy email sent');
  await mark(mailOf('xiaolan', 'deputy'));
  await world.passTo(at('2018-07-13 12:00'));
  expect(await outcomes(world, 'xiaolan', 'due')).toEqual([
    'deputy email rejected',
    'deputy sms skipped',
    'liaison email rejected',
    'liaison sms skipped',
    'officer task sent',
  ]);
  expect(await tasks(world, 'xiaolan')).toContain('unreachable');
});

test('two units of one liaison find it out separately, and share one SMS', async () => {
  await mark(email.toLowerCase());
  const texts = world.outside.texts.filter(({ to }) => to === mobile).length;
  await world.passTo(CHASE);
  for (const unit of ['banfu', 'sanxiang'])
    expect(await outcomes(world, unit, 'chase-1')).toEqual(
      expect.arrayContaining(['liaison email rejected', 'liaison sms sent']),
    );
  expect(world.outside.texts.filter(({ to }) => to === mobile)).toHaveLength(texts + 1);
});

test('a letter to a leader whose mailbox is dead comes back to the officer when it is released', async () => {
  await mark(mailOf('guzhen', 'leader'));
  await world.passTo(PRESS);
  const delivery = `${idOf('guzhen')}#1#press-3#leader#letter`;
  await act(world, 'guzhen', { kind: 'release', delivery });
  expect(await outcomes(world, 'guzhen', 'press-3')).toContain('leader letter rejected');
  expect(mailsTo(mailOf('guzhen', 'leader'))).toBe(0);
  await world.passTo(at('2018-07-19 15:00'));
  expect(await tasks(world, 'guzhen')).toContain('unreachable');
});

test('an officer whose mailbox is dead is told nothing, which is among the failed deliveries', async () => {
  const officer = contactOf(plan, 'jinrongju', 'officer');
  await mark(officer.email.toLowerCase());
  const before = mailsTo(officer.email);
  await world.passTo(at('2018-07-20 09:30'));
  expect(mailsTo(officer.email)).toBe(before);
  const failed = await readFailedDeliveries(world.pool, plan.id);
  expect(failed.find(({ kind }) => kind === 'digest')).toMatchObject({
    state: 'rejected',
    person: officer.name,
    reason: expect.stringContaining('邮箱曾被退信'),
  });
});

test('they are among the failed deliveries, each with the reason', async () => {
  const failed = await readFailedDeliveries(world.pool, plan.id);
  const dead = failed.filter(({ reason }) => reason?.startsWith('邮箱曾被退信'));
  expect(new Set(dead.map(({ unit }) => unit))).toEqual(
    new Set(['', 'guzhen', 'xiaolan', 'banfu', 'sanxiang']),
  );
  expect(dead.map(({ kind, attempts }) => [kind, attempts])).toContainEqual(['press', 0]);
});

test('after the mark is cleared the next step is written again', async () => {
  const address = mailOf('guzhen', 'liaison');
  await applyCommand(world.pool, {
    id: randomUUID(),
    actor: administrator,
    receivedAt: await world.now(),
    plan: plan.id,
    act: { kind: 'clear-bounce', address },
  });
  const delivery = `${idOf('guzhen')}#1#press-3#liaison#email`;
  expect(await act(world, 'guzhen', { kind: 'resend', delivery })).toMatchObject({ ok: true });
  expect(await outcomes(world, 'guzhen', 'resend-1')).toEqual(['liaison email sent']);
});

test('every workflow replays its own history', async () => {
  expect(await world.failedReplays()).toEqual([]);
});
