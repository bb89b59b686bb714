/** A mail that is accepted and then bounces, from the round to the mark: every part real, over two SMTP servers. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { createMailGateway } from '../../gateways/mail/send.ts';
import { smallPlan } from '../../rehearsal/shipped-plan.ts';
import { type BounceBack, createBounceBack } from '../../sandbox/bounce-back.ts';
import { readBounced } from '../../store/read/contacts.ts';
import { applyCommand } from '../../store/write/commands.ts';
import { openBounces } from '../../worker/bounces.ts';
import { administrator } from '../support/people/cast.ts';
import { contactOf } from '../support/people/contacts.ts';
import { createMailbox } from '../support/servers/mailbox.ts';
import { DAY_BEFORE, NOTICE, REMINDER } from '../support/time/moments-of-plan.ts';
import { act, idOf, startYear } from '../support/world/acts.ts';
import { outcomes } from '../support/world/record-lines.ts';
import { createTestWorld, type TestWorld } from '../support/world/world.ts';

const plan = smallPlan('xiaolan', 'nongyeju');
const liaison = contactOf(plan, 'xiaolan', 'liaison').email;
const deputy = contactOf(plan, 'xiaolan', 'deputy').email;
const settings = {
  BOUNCE_ADDRESS: 'bounce@zhongshan.example',
  BOUNCE_SECRET: 'a secret of some length',
  BOUNCE_SMTP_HOST: '127.0.0.1',
  BOUNCE_SMTP_PORT: 0,
};
let world: TestWorld;
let bounces: BounceBack;
const mailbox = createMailbox({ report: (mail) => bounces.report(mail) });
const open: { close(): unknown }[] = [];

beforeAll(async () => {
  const mail = createMailGateway(
    { url: await mailbox.start() },
    {
      name: plan.bureau.name,
      address: 'bureau@zhongshan.example',
      bounces: { address: settings.BOUNCE_ADDRESS, secret: settings.BOUNCE_SECRET },
    },
  );
  world = await createTestWorld({
    plan,
    start: DAY_BEFORE,
    bundle: inject('workflowBundle'),
    through: () => ({ mail }),
  });
  const door = await openBounces(world.pool, world.now, settings);
  bounces = createBounceBack(door.port, [1, 50, 200, 1000]);
  open.push(bounces, door, mail);
});
afterAll(async () => {
  await world.close();
  for (const one of open) await one.close();
  await mailbox.close();
});

test('the notices were handed over, and afterwards their addresses are known to be no good', async () => {
  mailbox.fail({ match: '.xiaolan@', mode: 'bounce' });
  await startYear(world);
  await world.passTo(NOTICE);
  const marked = () => readBounced(world.pool);
  await vi.waitUntil(async () => (await marked()).size === 2, { timeout: 20_000 });
  expect([...(await marked()).keys()].toSorted()).toEqual([deputy, liaison]);
  const { verdict, code } = (await marked()).get(liaison) ?? {};
  expect([verdict, code]).toEqual(['undelivered', '5.1.1 550']);
});

test('the messages count as not delivered, and another channel takes their place', async () => {
  await world.settle();
  const { rows } = await world.pool.query(
    `select slot, channel, state, reason from delivery where obligation like '%/xiaolan' order by channel, slot`,
  );
  const rejected = { channel: 'email', state: 'rejected', reason: '退信（5.1.1 550）' };
  expect(rows).toMatchObject([
    { slot: 'deputy', ...rejected },
    { slot: 'liaison', ...rejected },
    { slot: 'liaison', channel: 'sms' },
  ]);
});

const emails = async (step: string) => {
  const { rows } = await world.pool.query<{ slot: string; state: string; reason: string }>(
    `select slot, state, message, person, reason from delivery
      where obligation like '%/xiaolan' and step = $1 and channel = 'email' order by slot`,
    [step],
  );
  return rows;
};

test('the next mail is not even tried; the SMS of the same step tells the liaison, and nobody else is bothered', async () => {
  const received = () => mailbox.all().filter(({ recipient }) => recipient.includes('.xiaolan@'));
  const before = received().length;
  await world.passTo(REMINDER);
  expect(received()).toHaveLength(before);
  expect(await emails('reminder-5')).toEqual([
    {
      slot: 'liaison',
      state: 'rejected',
      message: null,
      person: contactOf(plan, 'xiaolan', 'liaison').name,
      reason: '邮箱曾被退信（5.1.1 550，6月22日），不再发送；请核实邮箱，或清除退信标记后补发',
    },
  ]);
  expect(await outcomes(world, 'xiaolan', 'reminder-5')).toEqual([
    'liaison email rejected',
    'liaison sms sent',
  ]);
});

test('sent again it is refused as before, and once the mark is cleared it arrives', async () => {
  const delivery = `${idOf('xiaolan')}#1#reminder-5#liaison#email`;
  mailbox.heal();
  expect(await act(world, 'xiaolan', { kind: 'resend', delivery })).toMatchObject({ ok: true });
  expect(await outcomes(world, 'xiaolan', 'resend-1')).toEqual(['liaison email rejected']);
  await applyCommand(world.pool, {
    id: randomUUID(),
    actor: administrator,
    receivedAt: await world.now(),
    plan: plan.id,
    act: { kind: 'clear-bounce', address: liaison },
  });
  expect(await act(world, 'xiaolan', { kind: 'resend', delivery })).toMatchObject({ ok: true });
  expect(await outcomes(world, 'xiaolan', 'resend-2')).toEqual(['liaison email sent']);
  expect(mailbox.to(liaison).at(-1)?.subject).toContain('提醒');
});
