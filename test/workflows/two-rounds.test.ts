/** Two plans of one bureau tell the same person something at the same instant: each message keeps its own words. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Plan } from '../../domain/plan/plan.ts';
import { shippedCalendar } from '../../gateways/calendar/holidays.ts';
import { sampleReport } from '../../rehearsal/script/sample-report.ts';
import { smallPlan } from '../../rehearsal/shipped-plan.ts';
import { readObligation } from '../../store/read/obligations.ts';
import { applyCommand } from '../../store/write/commands.ts';
import { importPlan } from '../../store/write/import-plan.ts';
import { administrator, liaison, ROUND } from '../support/people/cast.ts';
import { contactOf } from '../support/people/contacts.ts';
import { at } from '../support/time/dates.ts';
import { startYear } from '../support/world/acts.ts';
import { createTestWorld, type TestWorld } from '../support/world/world.ts';

const plan = smallPlan('guzhen', 'jinrongju');
const farming: Plan = {
  ...plan,
  id: 'farming-2018',
  title: '中山市支持农业小微企业方案',
  subject: '支农支小工作',
  basis: '第8项',
};
const ROUNDS = [`${farming.id}/2018H1`, ROUND];
const LIAISON = contactOf(plan, 'guzhen', 'liaison').email.toLowerCase();
const OFFICER = contactOf(plan, 'jinrongju', 'officer').email.toLowerCase();
let world: TestWorld;

beforeAll(async () => {
  const start = at('2018-06-13 12:00');
  world = await createTestWorld({ plan, start, bundle: inject('workflowBundle') });
  await importPlan(world.pool, farming, shippedCalendar(), start);
  const outcome = await applyCommand(world.pool, {
    id: randomUUID(),
    actor: administrator,
    receivedAt: start,
    year: `${farming.id}/2018`,
    act: { kind: 'start-year', withUnreachable: true },
  });
  expect(outcome).toMatchObject({ ok: true });
  await startYear(world);
});
afterAll(() => world.close());

/** Of each round the message that carries its delivery of that step, and what it says. */
async function messagesOf(step: string) {
  const { rows } = await world.pool.query<{ round: string; key: string; text: string }>(
    `select d.round, m.key, m.text from delivery d join message m on m.key = d.message
      where d.step = $1 and d.state = 'sent' order by d.round`,
    [step],
  );
  return rows;
}

test('a liaison who is asked about two rounds at once: two questions, two messages', async () => {
  await world.passTo(at('2018-06-14 09:01'));
  const asked = await messagesOf('contact-check-guzhen');
  expect(asked.map(({ round }) => round)).toEqual(ROUNDS);
  expect(new Set(asked.map(({ key }) => key)).size).toBe(2);
  expect(world.outside.mailsTo(LIAISON)).toHaveLength(2);
});

test('two rounds whose last report comes in one night: two compilations, two messages to the officer', async () => {
  await world.passTo(at('2018-07-10 23:50'));
  for (const round of ROUNDS) {
    for (const unit of ['jinrongju', 'guzhen']) {
      const of = await readObligation(world.pool, `${round}/${unit}`);
      const command = {
        id: randomUUID(),
        actor: liaison,
        receivedAt: at('2018-07-10 23:50'),
        obligation: of.id,
        act: { kind: 'submit', report: sampleReport(of, plan.items, 1) },
      } as const;
      expect(await applyCommand(world.pool, command)).toMatchObject({ ok: true });
    }
  }
  await world.settle();
  await world.passTo(at('2018-07-11 09:00'));
  const told = await messagesOf('compiled-1');
  expect(told.map(({ round }) => round)).toEqual(ROUNDS);
  expect(new Set(told.map(({ key }) => key)).size).toBe(2);
  // What left the house under a key is what the record says of that key.
  const keys = told.map(({ key }) => key);
  const mails = world.outside.mailsTo(OFFICER).filter(({ key }) => keys.includes(key));
  const lines = (all: readonly { key: string; text: string }[]) =>
    all.map(({ key, text }) => `${key} ${text}`).toSorted();
  expect(lines(mails)).toEqual(lines(told));
});
