/** Receipts and bounces that come after a message was handed over, in any order, and what replaces the message. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { applyReceipts } from '../../activities/receipts/apply-receipts.ts';
import { MINUTE, plus } from '../../domain/time/time.ts';
import { GatewayError, reference } from '../../gateways/gateway.ts';
import { smallPlan } from '../../rehearsal/shipped-plan.ts';
import { keepReceipt } from '../../store/write/receipts.ts';
import { contactOf } from '../support/people/contacts.ts';
import { DAY_BEFORE, LAST_REMINDER, NOTICE, REMINDER } from '../support/time/moments-of-plan.ts';
import { act, startYear } from '../support/world/acts.ts';
import { outcomes, sent, tasks } from '../support/world/record-lines.ts';
import { createTestWorld, type TestWorld } from '../support/world/world.ts';

const plan = smallPlan('minzhong', 'xiaolan', 'guzhen', 'dongsheng', 'tanzhou');
const mailOf = (unit: string) => contactOf(plan, unit, 'liaison').email;
const mobileOf = (unit: string) => contactOf(plan, unit, 'liaison').mobile ?? '';
/** The carrier's receipt arrives before the provider's answer: the message is still being sent. */
const hasty = new Set<string>();
let world: TestWorld;

beforeAll(async () => {
  world = await createTestWorld({
    plan,
    start: DAY_BEFORE,
    bundle: inject('workflowBundle'),
    through: ({ sms }) => ({
      sms: {
        async send(message, signal) {
          const receipt = await sms.send(message, signal);
          if (hasty.delete(message.to)) {
            await keep(reference(message.key), 'delivered');
            // The worker looks at once, and must leave it for later.
            await applyReceipts({ ...world, demonstration: false });
          }
          return receipt;
        },
      },
    }),
  });
  await startYear(world);
  await world.passTo(NOTICE);
});
afterAll(() => world.close());

const keep = async (key: string, outcome: 'delivered' | 'undelivered', code = 'SAID') =>
  keepReceipt(
    world.pool,
    { channel: 'sms', key, providerId: null, outcome, code, at: null },
    await world.now(),
  );

async function report(
  unit: string,
  channel: 'email' | 'sms',
  outcome: 'delivered' | 'undelivered',
  code = 'SAID',
): Promise<boolean> {
  const to = channel === 'sms' ? mobileOf(unit) : mailOf(unit);
  const sentTo = channel === 'sms' ? world.outside.texts : world.outside.mailsTo(to);
  const message = sentTo.filter((one) => one.to === to || channel === 'email').at(-1);
  const kept = await keepReceipt(
    world.pool,
    {
      channel,
      key: reference(message?.key ?? ''),
      providerId: null,
      outcome,
      code,
      at: null,
    },
    await world.now(),
  );
  await world.settle();
  return kept;
}

test('a receipt turns sent into delivered, whenever it comes, and no later one turns it back', async () => {
  hasty.add(mobileOf('guzhen'));
  world.outside.fail(mailOf('dongsheng'), new GatewayError('550', { permanent: true }));
  world.outside.fail(mobileOf('tanzhou'), new GatewayError('no such number', { permanent: true }));
  await world.passTo(REMINDER);
  expect(await outcomes(world, 'guzhen', 'reminder-5')).toContain('liaison sms delivered');
  const before = await sent(world, 'guzhen');

  expect(await report('guzhen', 'sms', 'undelivered')).toBe(true);
  expect(await report('guzhen', 'sms', 'undelivered')).toBe(false);
  expect(await outcomes(world, 'guzhen', 'reminder-5')).toContain('liaison sms delivered');
  expect(await sent(world, 'guzhen')).toEqual(before);
});

test('by the id of the provider as well', async () => {
  const number = world.outside.texts.findIndex(({ to }) => to === mobileOf('xiaolan')) + 1;
  await keepReceipt(
    world.pool,
    {
      channel: 'sms',
      key: null,
      providerId: `sms-${number}`,
      outcome: 'delivered',
      code: 'DELIVERED',
      at: null,
    },
    await world.now(),
  );
  await world.settle();
  expect(await outcomes(world, 'xiaolan', 'reminder-5')).toContain('liaison sms delivered');
});

test('an SMS that did not arrive is rejected; the mail of the same step covers it', async () => {
  await report('minzhong', 'sms', 'undelivered', 'MK:0001');
  expect(await outcomes(world, 'minzhong', 'reminder-5')).toEqual([
    'liaison email sent',
    'liaison sms rejected',
  ]);
});

test('when the mail bounces too, the deputy is told after the time the policy gives', async () => {
  await report('minzhong', 'email', 'undelivered', '5.1.1');
  expect(await outcomes(world, 'minzhong', 'reminder-5')).toEqual([
    'deputy email planned',
    'liaison email rejected',
    'liaison sms rejected',
  ]);
  await world.passTo(plus(REMINDER, 31 * MINUTE));
  expect(await outcomes(world, 'minzhong', 'reminder-5')).toContain('deputy email sent');
});

test('a liaison who confirms meanwhile spares the deputy', async () => {
  // Their mail was refused and their SMS accepted, so only now nothing has reached them.
  await report('dongsheng', 'sms', 'undelivered');
  expect(await outcomes(world, 'dongsheng', 'reminder-5')).toContain('deputy email planned');
  await act(world, 'dongsheng', { kind: 'confirm' });
  await world.passTo(plus(await world.now(), 40 * MINUTE));
  expect(await outcomes(world, 'dongsheng', 'reminder-5')).toContain('deputy email skipped');
});

test('an officer is the last, after the deputy by both ways', async () => {
  const deputy = contactOf(plan, 'minzhong', 'deputy');
  for (const to of [mailOf('minzhong'), mobileOf('minzhong'), deputy.email, deputy.mobile ?? ''])
    world.outside.fail(to, new GatewayError('no such address', { permanent: true }));
  await world.passTo(plus(LAST_REMINDER, 20 * MINUTE));
  expect(await tasks(world, 'minzhong')).toEqual([]);
  await world.passTo(plus(LAST_REMINDER, 3 * 60 * MINUTE));
  expect(await tasks(world, 'minzhong')).toEqual(['unreachable']);
});

test('a bounce of what a later step has followed changes its state and sends nothing', async () => {
  // Their SMS was refused, so the mail was all that had reached them.
  const first = world.outside.mailsTo(mailOf('tanzhou'))[1];
  const before = await sent(world, 'tanzhou');
  await keepReceipt(
    world.pool,
    {
      channel: 'email',
      key: reference(first?.key ?? ''),
      providerId: null,
      outcome: 'undelivered',
      code: '5.1.1',
      at: null,
    },
    await world.now(),
  );
  await world.settle();
  expect(await outcomes(world, 'tanzhou', 'reminder-5')).toEqual([
    'liaison email rejected',
    'liaison sms rejected',
  ]);
  expect(await sent(world, 'tanzhou')).toEqual(
    before.filter((line) => !line.startsWith('reminder-5')),
  );
});

test('a report that fits no message waits, and keeps nobody else waiting', async () => {
  await keep('f'.repeat(64), 'delivered');
  await report('guzhen', 'sms', 'delivered', 'LATER');
  const { rows } = await world.pool.query<{ n: number }>(
    `select count(*) as n from delivery_report where applied_at is null`,
  );
  expect(rows[0]?.n).toBe(1);
});

test('every workflow replays its own history', async () => {
  expect(await world.failedReplays()).toEqual([]);
});
