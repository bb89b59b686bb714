/** Whatever leaves by a step that says `release: held` waits for a person, by every channel, and goes after the release. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { MailText } from '../../domain/delivery/message-text.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Addressing, StepPolicy } from '../../domain/plan/policy.ts';
import { GatewayError } from '../../gateways/gateway.ts';
import { smallPlan } from '../../rehearsal/shipped-plan.ts';
import { findDelivery } from '../../store/read/deliveries.ts';
import { findUnaccounted } from '../../store/read/unaccounted.ts';
import { contactOf, withContact } from '../support/people/contacts.ts';
import { at } from '../support/time/dates.ts';
import {
  DAY_BEFORE,
  LAST_REMINDER,
  NOTICE,
  PRESS,
  REMINDER,
} from '../support/time/moments-of-plan.ts';
import { act, idOf, startYear, submitAll } from '../support/world/acts.ts';
import { outcomes, tasks } from '../support/world/record-lines.ts';
import { createTestWorld, type TestWorld } from '../support/world/world.ts';

const held = (slot: Addressing['slot'], ...channels: Addressing['channels'][number][]) =>
  ({ slot, channels, release: 'held' }) as const;
const byKind: Partial<Record<StepPolicy['kind'], readonly Addressing[]>> = {
  reminder: [held('liaison', 'email', 'sms')],
  press: [held('leader', 'email', 'letter')],
  supervise: [held('office', 'slip')],
};
const BOTH = { email: 'both@zhongshan.example', mobile: '10900009901' };
const shipped = withContact(
  withContact(smallPlan('banfu', 'guzhen', 'xiaolan'), 'guzhen', 'liaison', BOTH),
  'xiaolan',
  'liaison',
  BOTH,
);
const plan: Plan = {
  ...shipped,
  policy: {
    ...shipped.policy,
    steps: shipped.policy.steps.map((step) => ({ ...step, to: byKind[step.kind] ?? step.to })),
  },
};
const liaison = contactOf(plan, 'banfu', 'liaison');
const leader = contactOf(plan, 'banfu', 'leader').email;
let world: TestWorld;

beforeAll(async () => {
  world = await createTestWorld({ plan, start: DAY_BEFORE, bundle: inject('workflowBundle') });
  await startYear(world);
  await world.passTo(NOTICE);
});
afterAll(() => world.close());

const keyOf = (step: string, slot: string, channel: string, unit = 'banfu') =>
  `${idOf(unit)}#1#${step}#${slot}#${channel}`;
const release = (delivery: string, unit = 'banfu') =>
  act(world, unit, { kind: 'release', delivery });
const prepared = async (key: string) =>
  (await findDelivery(world.pool, key))?.content as MailText | null;
const textsTo = (mobile: string | null) =>
  world.outside.texts.filter(({ to }) => to === mobile).map(({ text }) => text);

test('a mail and an SMS wait, each as a task of its own, and nothing leaves by itself', async () => {
  const mails = world.outside.mailsTo(liaison.email).length;
  await world.passTo(REMINDER);
  await world.passTo(at('2018-07-06 17:00'));
  expect(await outcomes(world, 'banfu', 'reminder-5')).toEqual([
    'liaison email held',
    'liaison sms held',
  ]);
  expect(await tasks(world, 'banfu')).toEqual(['release', 'release']);
  expect(world.outside.mailsTo(liaison.email)).toHaveLength(mails);
  expect(world.outside.texts).toEqual([]);
  expect(await findUnaccounted(world.pool, await world.now())).toEqual([]);
});

test('released, each goes in the words that were read, and its task is done', async () => {
  await world.passTo(at('2018-07-09 10:00'));
  const [email, sms] = ['email', 'sms'].map((by) => keyOf('reminder-5', 'liaison', by));
  const before = textsTo(liaison.mobile).length;
  for (const key of [email, sms]) expect(await release(key ?? '')).toMatchObject({ ok: true });
  expect(await outcomes(world, 'banfu', 'reminder-5')).toEqual([
    'liaison email sent',
    'liaison sms sent',
  ]);
  const mail = world.outside.mailsTo(liaison.email).at(-1);
  const words = await prepared(email ?? '');
  expect(words?.text).toContain('板芙镇');
  expect({ subject: mail?.subject, text: mail?.text }).toEqual(words);
  expect(textsTo(liaison.mobile).slice(before)).toEqual([(await prepared(sms ?? ''))?.text]);
  expect(await tasks(world, 'banfu')).toEqual([]);
});

test('a mail is edited before its release; an SMS keeps the words of its template', async () => {
  await world.passTo(LAST_REMINDER);
  const delivery = keyOf('reminder-1', 'liaison', 'email');
  const document = { subject: '请于周五前报送', text: '板芙镇政府：\n\n请于周五前报来。\n' };
  const edit = { kind: 'edit-held', delivery, document } as const;
  expect(await act(world, 'banfu', edit)).toMatchObject({ ok: true });
  const sms = { ...edit, delivery: keyOf('reminder-1', 'liaison', 'sms') };
  expect(await act(world, 'banfu', sms)).toMatchObject({ ok: false, code: 'refused' });
  await release(delivery);
  expect(world.outside.mailsTo(liaison.email).at(-1)).toMatchObject(document);
  const again = await act(world, 'banfu', edit);
  expect(again).toMatchObject({ ok: false, code: 'refused' });
});

test('dismissed, it does not go; released and refused, what takes its place is held too', async () => {
  const before = textsTo(liaison.mobile).length;
  const sms = keyOf('reminder-1', 'liaison', 'sms');
  const dismiss = { kind: 'dismiss', delivery: sms, reason: '已电话沟通' } as const;
  expect(await act(world, 'banfu', dismiss)).toMatchObject({ ok: true });
  expect(textsTo(liaison.mobile)).toHaveLength(before);
  // Of two units with one liaison each is released by itself.
  world.outside.fail(BOTH.email, new GatewayError('550 at RCPT TO', { permanent: true }), 1);
  const dismissed = { ...dismiss, delivery: keyOf('reminder-1', 'liaison', 'sms', 'guzhen') };
  expect(await act(world, 'guzhen', dismissed)).toMatchObject({ ok: true });
  await release(keyOf('reminder-1', 'liaison', 'email', 'guzhen'), 'guzhen');
  // The deputy's turn comes after the wait that the policy gives.
  await world.passTo(at('2018-07-12 17:00'));
  expect(await outcomes(world, 'guzhen', 'reminder-1')).toEqual([
    'deputy email held',
    'liaison email rejected',
    'liaison sms dismissed',
  ]);
  expect(await outcomes(world, 'xiaolan', 'reminder-1')).toEqual([
    'liaison email held',
    'liaison sms held',
  ]);
});

test('one that failed and is sent again is prepared anew and held', async () => {
  const deputy = contactOf(plan, 'guzhen', 'deputy').email;
  world.outside.fail(deputy, new GatewayError('550 at RCPT TO', { permanent: true }), 1);
  const delivery = keyOf('reminder-1', 'deputy', 'email', 'guzhen');
  await release(delivery, 'guzhen');
  expect(await outcomes(world, 'guzhen', 'reminder-1')).toContain('deputy email rejected');
  const resend = await act(world, 'guzhen', { kind: 'resend', delivery });
  expect(resend).toMatchObject({ ok: true, message: expect.stringContaining('备好后待审发') });
  expect(await outcomes(world, 'guzhen', 'resend-1')).toEqual(['deputy email held']);
  const mails = world.outside.mailsTo(deputy).length;
  await release(keyOf('resend-1', 'deputy', 'email', 'guzhen'), 'guzhen');
  expect(world.outside.mailsTo(deputy)).toHaveLength(mails + 1);
});

test('the report of the unit calls off what is held', async () => {
  await submitAll(world, 'xiaolan');
  expect(await outcomes(world, 'xiaolan', 'reminder-1')).toEqual([
    'liaison email cancelled',
    'liaison sms cancelled',
  ]);
  expect(await tasks(world, 'xiaolan')).toEqual([]);
});

test('a mail to the leader, the letter and the slip wait likewise', async () => {
  await world.passTo(PRESS);
  expect(await outcomes(world, 'banfu', 'press-3')).toEqual([
    'leader email held',
    'leader letter held',
  ]);
  expect(world.outside.mailsTo(leader)).toEqual([]);
  for (const channel of ['email', 'letter']) await release(keyOf('press-3', 'leader', channel));
  expect(world.outside.mailsTo(leader)).toHaveLength(2);
  await world.passTo(at('2018-07-23 09:00'));
  expect(await outcomes(world, 'banfu', 'supervise-5')).toEqual(['office slip held']);
  await release(keyOf('supervise-5', 'office', 'slip'));
  expect(await outcomes(world, 'banfu', 'supervise-5')).toEqual(['office slip sent']);
});

test('every step is accounted for, and every workflow replays its own history', async () => {
  expect(await findUnaccounted(world.pool, await world.now())).toEqual([]);
  expect(await world.failedReplays()).toEqual([]);
});
