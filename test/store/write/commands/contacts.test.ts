/**
 * Contacts of a roster, changed by hand and by imports, also at the same moment; and what imports leave in the trail.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Plan } from '../../../../domain/plan/plan.ts';
import type { ContactPlace, PlanAct } from '../../../../domain/plan-change/act.ts';
import { day } from '../../../../domain/time/time.ts';
import { shippedCalendar } from '../../../../gateways/calendar/holidays.ts';
import { shippedPlan } from '../../../../rehearsal/shipped-plan.ts';
import type { Pool } from '../../../../store/db/pool.ts';
import { findContact, readNumberedContacts } from '../../../../store/read/contacts.ts';
import { brokenEntry, readAuditTrail } from '../../../../store/read/trail.ts';
import { applyCommand } from '../../../../store/write/commands.ts';
import { importPlan } from '../../../../store/write/import-plan.ts';
import { administrator } from '../../../support/people/cast.ts';
import { createDatabase, type TestDatabase } from '../../../support/record/database.ts';
import { inOrder } from '../../../support/record/interleave.ts';
import { at } from '../../../support/time/dates.ts';

const PLAN = shippedPlan.id;
const NOW = at('2018-07-13 11:00');
const GUZHEN: ContactPlace = { unit: 'guzhen', role: 'liaison', ordinal: 1 };
const CONTACT = { name: '新联络员', email: 'new@zhongshan.example', mobile: null, phone: null };
let database: TestDatabase;
beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.drop());
beforeEach(() => take(shippedPlan));

const take = (plan: Plan, pool: Pool = database.pool) =>
  importPlan(pool, plan, shippedCalendar(), NOW, administrator);
const act = (what: PlanAct, pool: Pool = database.pool) =>
  applyCommand(pool, {
    id: randomUUID(),
    actor: administrator,
    receivedAt: NOW,
    plan: PLAN,
    act: what,
  });
const markAt = async (place: ContactPlace) =>
  (await readNumberedContacts(database.pool, PLAN)).find(
    ({ unit, role, ordinal }) =>
      unit === place.unit && role === place.role && ordinal === place.ordinal,
  )?.mark ?? '';
const setting = (seen: string, name = CONTACT.name) =>
  ({ kind: 'set-contact', place: GUZHEN, seen, contact: { ...CONTACT, name } }) as const;
const liaison = async () => (await findContact(database.pool, PLAN, 'guzhen', 'liaison'))?.name;

/** The shipped plan with another liaison of that town. */
const amended = (name: string): Plan => ({
  ...shippedPlan,
  contacts: shippedPlan.contacts.map((contact) =>
    contact.unit === 'guzhen' && contact.role === 'liaison' ? { ...contact, name } : contact,
  ),
});
const newestImport = async () => {
  const imports = { subject: PLAN, kind: 'import' };
  return (await readAuditTrail(database.pool, PLAN, imports, { limit: 100 })).toSorted(
    (a, b) => b.seq - a.seq,
  );
};

test('a contact set by hand holds until an import says otherwise', async () => {
  expect(await act(setting(await markAt(GUZHEN)))).toMatchObject({ ok: true });
  expect(await findContact(database.pool, PLAN, 'guzhen', 'liaison')).toMatchObject(CONTACT);
  expect((await take(shippedPlan)).contactsChanged).toBe(true);
  expect(await liaison()).toBe('古镇镇联络员甲');
});

test('of two people who change the same contact at once, the second is shown what the first did', async () => {
  const seen = await markAt(GUZHEN);
  const [one, other] = await inOrder(
    database.pool,
    (held) => act(setting(seen, '先到'), held),
    (free) => act(setting(seen, '后到'), free),
    /^insert into contact/,
  );
  expect([one, other]).toMatchObject([{ ok: true }, { code: 'superseded' }]);
  expect(other).toMatchObject({ message: expect.stringContaining('现在是先到') });
  expect(await liaison()).toBe('先到');
});

test('an import that waits for a change by hand replaces all of it', async () => {
  const seen = await markAt(GUZHEN);
  await inOrder(
    database.pool,
    (held) => act(setting(seen), held),
    (free) => take(amended('导入的'), free),
    /^insert into contact/,
  );
  expect(await liaison()).toBe('导入的');
});

test('a change by hand that waits for an import does not overwrite what its author has not seen', async () => {
  const seen = await markAt(GUZHEN);
  const [, changed] = await inOrder(
    database.pool,
    (held) => take(amended('导入的'), held),
    (free) => act(setting(seen), free),
    /^delete from contact/,
  );
  expect(changed).toMatchObject({ code: 'superseded' });
  expect(await liaison()).toBe('导入的');
});

test('when an officer is removed, the later ones move up', async () => {
  const place = { unit: 'jinrongju', role: 'officer', ordinal: 1 } as const;
  const seen = await markAt(place);
  const leaving = { kind: 'remove-contact', place, seen, reason: '调离' } as const;
  expect(await act(leaving)).toMatchObject({ ok: true });
  expect((await findContact(database.pool, PLAN, 'jinrongju', 'officer'))?.name).toBe(
    '金融局经办人乙',
  );
  expect(await act(leaving)).toMatchObject({ code: 'superseded' });
});

test('an import is in the trail with who, from which version, and how much; one that changes nothing is not', async () => {
  const before = (await newestImport()).length;
  await take(shippedPlan);
  expect(await newestImport()).toHaveLength(before);
  const [unit, ...units] = shippedPlan.units;
  if (!unit) throw new Error('no units');
  const plan = {
    ...amended('改过的'),
    scope: 'all-leads',
    units: [{ ...unit, addressee: '某处' }, ...units],
  } as const;
  const calendar = shippedCalendar();
  const holidays = { ...calendar.holidays, [day('2018-07-11')]: '台风停工' };
  await importPlan(
    database.pool,
    plan,
    { ...calendar, version: 'typhoon', holidays },
    NOW,
    administrator,
  );
  const [newest] = await newestImport();
  expect(newest).toMatchObject({
    actor: administrator,
    content: {
      version: 2,
      versionBefore: 1,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      counts: { settings: 1, items: 0, units: 1, contacts: 1, days: 1 },
    },
  });
  expect(newest?.outcome.message).toMatch(
    /^已导入方案第2版（原第1版、设置1处、单位1个）、联系人（共\d+位，改动1处）、工作日历（1天的上班安排有变）。$/,
  );
  expect(await brokenEntry(database.pool, PLAN)).toBeNull();
});

test('the first import counts everything; officers that change places are a change', async () => {
  const first = (await newestImport()).at(-1);
  expect(first?.content).toMatchObject({
    versionBefore: null,
    counts: { units: shippedPlan.units.length, contacts: shippedPlan.contacts.length },
  });
  const officers = shippedPlan.contacts.filter(({ role }) => role === 'officer');
  const others = shippedPlan.contacts.filter(({ role }) => role !== 'officer');
  const swapped = { ...shippedPlan, contacts: [...others, ...officers.toReversed()] };
  expect((await take(swapped)).contactsChanged).toBe(true);
  expect((await findContact(database.pool, PLAN, 'jinrongju', 'officer'))?.name).toBe(
    officers.at(-1)?.name,
  );
});
