import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shippedPlan } from '../../../rehearsal/shipped-plan.ts';
import type { Pool } from '../../../store/db/pool.ts';
import { findContact, readContacts } from '../../../store/read/contacts.ts';
import { readPlan, readWorkCalendar } from '../../../store/read/plans.ts';
import { importPlan } from '../../../store/write/import-plan.ts';
import { createDatabase, type TestDatabase } from '../../support/record/database.ts';
import { at, beforeExtension, china } from '../../support/time/dates.ts';

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await createDatabase();
  pool = database.pool;
});
afterAll(() => database.drop());

const importNow = (plan = shippedPlan, calendar = china) =>
  importPlan(pool, plan, calendar, at('2017-12-01 09:00'));
const nothing = { planChanged: false, contactsChanged: false, calendarAdded: false };

describe('an import', () => {
  it('before the first import there is no plan, and the error says how to import one', async () => {
    await expect(readPlan(pool, shippedPlan.id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(readWorkCalendar(pool)).rejects.toThrow('plan import');
  });

  it('by two at once makes one version', async () => {
    const made = await Promise.all([importNow(), importNow()]);
    expect(made.map(({ version }) => version)).toEqual([1, 1]);
    expect(made.filter(({ planChanged }) => planChanged)).toHaveLength(1);
  });

  it('twice changes nothing', async () => {
    expect(await importNow()).toEqual({ version: 1, ...nothing });
    const { plan } = await readPlan(pool, shippedPlan.id);
    expect(plan).toEqual({ ...shippedPlan, contacts: [] });
    expect(await readContacts(pool, shippedPlan.id)).toHaveLength(shippedPlan.contacts.length);
  });

  it('leaves statistics of its contacts, so that Postgres finds an address without reading them all', async () => {
    const { rows } = await pool.query(`select reltuples from pg_class where relname = 'contact'`);
    expect(rows[0]?.reltuples).toBe(shippedPlan.contacts.length);
  });

  it('with another title makes a new version, with another contact none', async () => {
    const renamed = { ...shippedPlan, title: '修订方案' };
    expect(await importNow(renamed)).toEqual({ ...nothing, version: 2, planChanged: true });
    const [first, ...others] = shippedPlan.contacts;
    if (!first) throw new Error('no contacts');
    const contacts = [{ ...first, name: '新联络员' }, ...others];
    expect(await importNow({ ...renamed, contacts })).toEqual({
      ...nothing,
      version: 2,
      contactsChanged: true,
    });
    const found = await findContact(pool, shippedPlan.id, first.unit, first.role);
    expect(found?.name).toBe('新联络员');
  });

  it('with a new calendar puts that in force', async () => {
    expect(await importNow({ ...shippedPlan, title: '修订方案' }, beforeExtension)).toMatchObject({
      planChanged: false,
      calendarAdded: true,
    });
    expect((await readWorkCalendar(pool)).version).toBe(beforeExtension.version);
  });
});
