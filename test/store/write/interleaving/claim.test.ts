import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPlanSteps } from '../../../../activities/obligation/plan-steps.ts';
import { obligationsIn } from '../../../../activities/outgoing/outgoing.ts';
import { settle } from '../../../../activities/outgoing/settle.ts';
import { deliveryKey } from '../../../../domain/delivery/delivery.ts';
import { partsOf } from '../../../../domain/obligation/obligation.ts';
import { shippedPlan } from '../../../../rehearsal/shipped-plan.ts';
import type { Pool } from '../../../../store/db/pool.ts';
import { newestCompilation } from '../../../../store/read/compilations.ts';
import { findDelivery } from '../../../../store/read/deliveries.ts';
import { findMessage } from '../../../../store/read/messages.ts';
import { applyCommand } from '../../../../store/write/commands.ts';
import { ROUND } from '../../../support/people/cast.ts';
import { claiming, depsOn, NOTICE_BY_MAIL, TAKEN } from '../../../support/record/claims.ts';
import { onObligation, onRound, submit } from '../../../support/record/commands.ts';
import type { TestDatabase } from '../../../support/record/database.ts';
import { deadlocks, inOrder } from '../../../support/record/interleave.ts';
import { heldLetter } from '../../../support/record/messages.ts';
import { byUnit, compileNow, OPENED, openedRound } from '../../../support/record/opened-round.ts';
import { at } from '../../../support/time/dates.ts';

// Two towns with the same liaison, whose address is written in two ways.
const [TWIN = '', OTHER_TWIN = ''] = shippedPlan.units
  .filter((unit) => unit.kind === 'town')
  .map((unit) => unit.code);
const plan = {
  ...shippedPlan,
  contacts: shippedPlan.contacts.map((contact) =>
    contact.unit === OTHER_TWIN && contact.role === 'liaison'
      ? { ...contact, email: 'Liaison.Of.Both@zhongshan.example' }
      : contact.unit === TWIN && contact.role === 'liaison'
        ? { ...contact, email: 'liaison.of.both@zhongshan.example' }
        : contact,
  ),
};
let database: TestDatabase;
let pool: Pool;
let departments: Iterator<string>;
beforeAll(async () => {
  database = await openedRound(plan);
  pool = database.pool;
  const all = [...(await byUnit(pool)).values()];
  departments = all
    .filter((o) => o.unitKind === 'department' && !o.own)
    .map((o) => o.id)
    .values();
});
afterAll(async () => {
  expect(await deadlocks(pool)).toBe(0);
  await database.drop();
});

/** By e-mail and SMS. */
const REMINDER = { ...NOTICE_BY_MAIL, step: 'reminder-5' };

/** A fresh unit whose notice is due now. */
async function planned(id = departments.next().value): Promise<string> {
  if (typeof id !== 'string') throw new Error('no unit left');
  await createPlanSteps({ pool, offset: 0 }).planSteps({ obligation: id, asOf: OPENED });
  return id;
}
const run = (command: Parameters<typeof applyCommand>[1]) => (on: Pool) =>
  applyCommand(on, command);
const noticeOf = (id: string) =>
  findDelivery(pool, deliveryKey(id, 1, 'notice', 'liaison', 'email'));

const MOMENTS = [/^update step set state/, /^commit/];

describe.each(MOMENTS)('a claim held before %s', (holdAt) => {
  it('goes out though a report comes behind it', async () => {
    const id = await planned();
    const [claimed, report] = await inOrder(pool, claiming(id), run(submit(id)), holdAt);
    expect(claimed.kind).toBe('message');
    expect(report).toMatchObject({ ok: true, state: 'submitted' });
  });

  it('goes out though the sending is paused behind it', async () => {
    const id = await planned();
    const pause = onRound({ kind: 'pause', reason: '通讯录有误' });
    const [claimed, paused] = await inOrder(pool, claiming(id), run(pause), holdAt);
    expect([claimed.kind, paused.ok]).toEqual(['message', true]);
    await applyCommand(pool, onRound({ kind: 'resume' }));
  });
});

describe.each([/^select content_hash/, /^commit/])('a command held before %s', (holdAt) => {
  it('a report: nothing is claimed behind it', async () => {
    const id = await planned();
    const [, claimed] = await inOrder(pool, run(submit(id)), claiming(id), holdAt);
    expect(claimed.kind).toBe('nothing to send');
    expect(await noticeOf(id)).toBeNull();
  });

  it('a pause: nothing is claimed behind it, until it is over', async () => {
    const id = await planned();
    const pause = onRound({ kind: 'pause', reason: '通讯录有误' });
    const [, claimed] = await inOrder(pool, run(pause), claiming(id), holdAt);
    expect(claimed.kind).toBe('nothing to send');
    await applyCommand(pool, onRound({ kind: 'resume' }));
    expect((await claiming(id)(pool)).kind).toBe('message');
  });

  it('of a release and a dismissal, the first decides', async () => {
    const id = await planned();
    const key = await heldLetter(pool, id);
    const release = onObligation(id, { kind: 'release', delivery: key });
    const dismiss = onObligation(id, { kind: 'dismiss', delivery: key, reason: '已电话沟通' });
    const [first, second] = await inOrder(pool, run(release), run(dismiss), holdAt);
    expect([first, second]).toMatchObject([{ ok: true }, { ok: false, code: 'refused' }]);
    expect(await findDelivery(pool, key)).toMatchObject({ state: 'planned' });
    const other = await heldLetter(pool, id, 'press-4');
    const [dismissed, released] = await inOrder(
      pool,
      run(onObligation(id, { kind: 'dismiss', delivery: other, reason: '已电话沟通' })),
      run(onObligation(id, { kind: 'release', delivery: other })),
      holdAt,
    );
    expect([dismissed, released]).toMatchObject([{ ok: true }, { ok: false, code: 'refused' }]);
    expect(await findDelivery(pool, other)).toMatchObject({ state: 'dismissed' });
  });
});

it('two units of one liaison: one message, claimed by the first, carries both', async () => {
  const [one, other] = [`${ROUND}/${TWIN}`, `${ROUND}/${OTHER_TWIN}`];
  await planned(one);
  await planned(other);
  const [first, second] = await inOrder(pool, claiming(one), claiming(other), TAKEN);
  expect(second.kind).toBe('nothing to send');
  if (first.kind !== 'message') throw new Error('nothing claimed');
  const named = obligationsIn(first).map((id) => partsOf(id).unit);
  expect(named).toEqual([TWIN, OTHER_TWIN].toSorted());
  for (const id of [one, other]) {
    expect(await noticeOf(id)).toMatchObject({ state: 'sending', message: first.key });
  }
});

it('a later attempt takes a mail over, and the outcome of the slow one is ignored', async () => {
  const id = await planned();
  const slow = await claiming(id)(pool);
  const next = await claiming(id, { attempt: 'run#1#2' })(pool);
  if (slow.kind !== 'message' || next.kind !== 'message') throw new Error('nothing claimed');
  expect(next.key).toBe(slow.key);
  const settling = (of: typeof slow, outcome: Parameters<typeof settle>[1]['outcome']) =>
    settle(depsOn(pool), { claim: of, outcome, now: OPENED });
  await settling(slow, { state: 'rejected', reason: '550' });
  await settling(slow, { state: 'sent', providerId: 'mail-0' });
  expect(await findMessage(pool, slow.key)).toMatchObject({ state: 'sending', attempts: 2 });
  await settling(next, { state: 'sent', providerId: 'mail-1' });
  expect(await noticeOf(id)).toMatchObject({ state: 'sent' });
});

it('settling a mail after the report cancels what else still waited, as the look shows', async () => {
  const id = await planned();
  const now = at('2018-07-06 09:00');
  const mail = await claiming(id, { target: REMINDER, now })(pool);
  if (mail.kind !== 'message') throw new Error('nothing claimed');
  const ofReminder = (channel: 'email' | 'sms') =>
    findDelivery(pool, deliveryKey(id, 1, REMINDER.step, 'liaison', channel));
  expect(await ofReminder('sms')).toMatchObject({ state: 'planned' });
  expect(await applyCommand(pool, submit(id))).toMatchObject({ ok: true });
  const outcome = { state: 'sent', providerId: 'mail-1' } as const;
  const look = await settle(depsOn(pool), { claim: mail, outcome, now });
  expect(await ofReminder('email')).toMatchObject({ state: 'sent' });
  expect(await ofReminder('sms')).toMatchObject({ state: 'cancelled' });
  expect(look?.targets.map(({ step }) => step)).toEqual(['receipt-1']);
});

it('behind the sign-off nothing is claimed; what was claimed before it is sent', async () => {
  await applyCommand(pool, onRound({ kind: 'compile' }));
  await compileNow(pool);
  const { version } = (await newestCompilation(pool, ROUND)) ?? { version: 0 };
  const [id, late] = [await planned(), await planned()];
  const signOff = onRound({ kind: 'sign-off', version });
  const [before, signed] = await inOrder(pool, claiming(id), run(signOff), /^commit/);
  expect([before.kind, signed.ok]).toEqual(['message', true]);
  const behind = await claiming(late)(pool);
  expect(behind).toMatchObject({ kind: 'nothing to send', look: { over: true } });
});
