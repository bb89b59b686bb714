/**
 * A held letter, released by an officer on the pages while the worker runs: up to the mailbox, and back on the page.
 */
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createApp } from '../../client/web/app.ts';
import { createMailGateway } from '../../gateways/mail/send.ts';
import { smallPlan } from '../../rehearsal/shipped-plan.ts';
import { addressOf, contactOf } from '../support/people/contacts.ts';
import { signIn } from '../support/people/signed-in.ts';
import { createMailbox } from '../support/servers/mailbox.ts';
import { DAY_BEFORE, PRESS } from '../support/time/moments-of-plan.ts';
import { idOf, startYear } from '../support/world/acts.ts';
import { createTestWorld, type TestWorld } from '../support/world/world.ts';

const HERE = 'http://127.0.0.1:8080';
const plan = smallPlan('banfu');
const leader = contactOf(plan, 'banfu', 'leader').email;
const mailbox = createMailbox();
let world: TestWorld;
let close: () => Promise<void>;

beforeAll(async () => {
  const sender = { name: plan.bureau.name, address: 'bureau@zhongshan.example' };
  const mail = createMailGateway({ url: await mailbox.start() }, sender);
  close = () => mail.close();
  world = await createTestWorld({
    plan,
    start: DAY_BEFORE,
    bundle: inject('workflowBundle'),
    through: () => ({ mail }),
  });
  await startYear(world);
  await world.passTo(PRESS);
});
afterAll(async () => {
  await world.close();
  await close();
  await mailbox.close();
});

test('released on the page it arrives once, and the page says that it was sent', async () => {
  const { pool } = world;
  const app = createApp({ pool, plan: plan.id, now: world.now, sendCode: async () => {} });
  const cookie = await signIn(pool, addressOf('jinrongju', 'officer'), await world.now());
  const get = async (path: string) =>
    (await app.request(`${HERE}${path}`, { headers: { cookie } })).text();
  const delivery = `${idOf('banfu')}#1#press-3#leader#letter`;
  const path = '/2018H1/banfu/acts/release';
  const form = await get(`${path}?${new URLSearchParams({ delivery })}`);
  const hidden = (name: string) =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(form)?.[1] ?? '';
  expect(mailbox.to(leader)).toEqual([]);
  const body = { delivery, id: hidden('id'), seen: hidden('seen') };
  const send = () =>
    app.request(`${HERE}${path}`, {
      method: 'POST',
      headers: { cookie, origin: HERE },
      body: new URLSearchParams(body),
    });
  expect((await send()).status).toBe(303);
  expect((await send()).status).toBe(303);
  await world.settle();
  const [letter, ...more] = mailbox.to(leader);
  expect(more).toEqual([]);
  expect(letter?.subject).toContain('函');
  expect(letter?.attachments[0]?.filename).toMatch(/\.docx$/);
  const page = await get('/2018H1/banfu');
  const row = /<li[^>]*>(?:(?!<\/li>).)*分管领导(?:(?!<\/li>).)*<\/li>/s.exec(page)?.[0] ?? '';
  expect(row).toMatch(/已发/);
  expect(page).not.toContain('acts/release');
});
