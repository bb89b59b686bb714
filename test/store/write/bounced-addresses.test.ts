import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PlanAct } from '../../../domain/plan-change/act.ts';
import type { Instant } from '../../../domain/time/time.ts';
import { shippedCalendar } from '../../../gateways/calendar/holidays.ts';
import { reference } from '../../../gateways/gateway.ts';
import { bounceReference } from '../../../gateways/mail/bounce-address.ts';
import { shippedPlan } from '../../../rehearsal/shipped-plan.ts';
import { readBounced, readNumberedContacts } from '../../../store/read/contacts.ts';
import { applyCommand } from '../../../store/write/commands.ts';
import { importPlan } from '../../../store/write/import-plan.ts';
import { bounceRecord, findByReference } from '../../../store/write/receipts.ts';
import { administrator } from '../../support/people/cast.ts';
import { createDatabase, type TestDatabase } from '../../support/record/database.ts';
import { bounced, sentMail } from '../../support/record/messages.ts';
import { at } from '../../support/time/dates.ts';

const PLAN = shippedPlan.id;
const NOW = at('2018-07-13 11:00');
let database: TestDatabase;
beforeAll(async () => {
  database = await createDatabase();
  await importPlan(database.pool, shippedPlan, shippedCalendar(), NOW);
});
afterAll(() => database.drop());

const liaisonOf = (unit: string) => {
  const found = shippedPlan.contacts.find((c) => c.unit === unit && c.role === 'liaison');
  return (found?.email ?? '').toLowerCase();
};
const markOf = async (address: string) => (await readBounced(database.pool)).get(address);
const take = (key: string, now: Instant = NOW) =>
  bounceRecord(database.pool, async () => now).take(bounced(key), 'undelivered');
const note = (message: string, verdict: 'not now' | 'unclear') =>
  bounceRecord(database.pool, async () => NOW).note({ message, verdict, code: '5.2.2' });
const act = (what: PlanAct) =>
  applyCommand(database.pool, {
    id: randomUUID(),
    actor: administrator,
    receivedAt: NOW,
    plan: PLAN,
    act: what,
  });
const setEmail = async (unit: string, email: string) => {
  const all = await readNumberedContacts(database.pool, PLAN);
  const found = all.find((c) => c.unit === unit && c.role === 'liaison');
  if (!found) return expect.unreachable('every unit has a liaison');
  const { name, mobile, phone, mark: seen, role, ordinal } = found;
  const contact = { name, email, mobile, phone };
  return act({ kind: 'set-contact', place: { unit, role, ordinal }, seen, contact });
};

test('a message is found by the beginning of its reference, as a bounce brings it back', async () => {
  const key = await sentMail(database.pool, liaisonOf('guzhen'), NOW);
  const found = { key, reference: reference(key), providerId: `<${key}>` };
  expect(await findByReference(database.pool, bounceReference(key))).toEqual(found);
  expect(await findByReference(database.pool, reference(key))).toEqual(found);
  expect(await findByReference(database.pool, bounceReference('none'))).toBeNull();
  // Text that is no reference must not become a pattern that matches everything.
  for (const odd of ['', '%', '____________________', 'abc'])
    expect(await findByReference(database.pool, odd)).toBeNull();
});

test('the address of the message is marked, and the same bounce again changes nothing', async () => {
  const address = liaisonOf('guzhen');
  const key = await sentMail(database.pool, address, NOW);
  await take(key);
  const marked = { address, verdict: 'undelivered', code: '5.1.1 550', message: key, at: NOW };
  expect(await markOf(address)).toEqual(marked);
  await take(key, at('2018-07-14 11:00'));
  expect(await markOf(address)).toEqual(marked);
});

test('a temporary bounce is noted, and a final bounce of the same message replaces it', async () => {
  const address = liaisonOf('xiaolan');
  const key = await sentMail(database.pool, address, NOW);
  await note(key, 'not now');
  expect(await markOf(address)).toMatchObject({ verdict: 'not now', code: '5.2.2' });
  await take(key);
  await note(key, 'unclear');
  expect(await markOf(address)).toMatchObject({ verdict: 'undelivered' });
});

test('a later note does not hide a final bounce', async () => {
  const address = liaisonOf('dongfeng');
  await take(await sentMail(database.pool, address, NOW));
  await note(await sentMail(database.pool, address, NOW), 'unclear');
  expect(await markOf(address)).toMatchObject({ verdict: 'undelivered' });
});

test('once cleared, the mark comes back with a new bounce, not with the old one', async () => {
  const address = liaisonOf('nantou');
  const key = await sentMail(database.pool, address, NOW);
  await take(key);
  const clear = { kind: 'clear-bounce', address } as const;
  expect(await act(clear)).toMatchObject({ ok: true, message: expect.stringContaining(address) });
  expect(await markOf(address)).toBeUndefined();
  await take(key);
  expect(await markOf(address)).toBeUndefined();
  expect(await act(clear)).toMatchObject({ ok: false, code: 'not_found' });
  await take(await sentMail(database.pool, address, NOW));
  expect(await markOf(address)).toMatchObject({ verdict: 'undelivered' });
});

test('a contact’s new address ends the mark of the old one, other marks stay', async () => {
  const [old, other] = [liaisonOf('shaxi'), liaisonOf('sanxiang')];
  for (const address of [old, other]) await take(await sentMail(database.pool, address, NOW));
  expect(await setEmail('shaxi', 'new@shaxi.example')).toMatchObject({ ok: true });
  expect(await markOf(old)).toBeUndefined();
  expect(await markOf(other)).toMatchObject({ verdict: 'undelivered' });
  // Typing the old address again means that it works.
  await setEmail('shaxi', old);
  expect(await markOf(old)).toBeUndefined();
});

test('so does an imported plan', async () => {
  const address = liaisonOf('banfu');
  await take(await sentMail(database.pool, address, NOW));
  const contacts = shippedPlan.contacts.map((contact) =>
    contact.email?.toLowerCase() === address ? { ...contact, email: 'b@banfu.example' } : contact,
  );
  await importPlan(database.pool, { ...shippedPlan, contacts }, shippedCalendar(), NOW);
  expect(await markOf(address)).toBeUndefined();
});
