/** Attempts that fail, crash or come too late. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { day, MINUTE, plus, SECOND } from '../../domain/time/time.ts';
import { GatewayError } from '../../gateways/gateway.ts';
import { smallPlan } from '../../rehearsal/shipped-plan.ts';
import { findUnaccounted } from '../../store/read/unaccounted.ts';
import { contactOf } from '../support/people/contacts.ts';
import { at } from '../support/time/dates.ts';
import { DAY_BEFORE, LAST_REMINDER, NOTICE, REMINDER } from '../support/time/moments-of-plan.ts';
import {
  act,
  eventually,
  hurried,
  idOf,
  letPass,
  report,
  startYear,
  submit,
} from '../support/world/acts.ts';
import { outcomes, sent, tasks, told } from '../support/world/record-lines.ts';
import { createTestWorld, type TestWorld } from '../support/world/world.ts';

const plan = smallPlan('minzhong', 'xiaolan', 'guzhen', 'renminyinhang');
const mailOf = (unit: string) => contactOf(plan, unit, 'liaison').email;
const mobileOf = (unit: string) => contactOf(plan, unit, 'liaison').mobile ?? '';
const passing = new GatewayError('451 try again later');
/** Simulates a worker that dies between sending and settling. */
const dying = new Set<string>();
let world: TestWorld;

beforeAll(async () => {
  world = await createTestWorld({
    plan,
    start: DAY_BEFORE,
    bundle: inject('workflowBundle'),
    through: ({ mail, sms }) => ({
      mail: {
        close: () => mail.close(),
        async send(message, signal) {
          const receipt = await mail.send(message, signal);
          if (dying.delete(message.to.address)) throw new Error('the worker died');
          return receipt;
        },
      },
      sms: {
        async send(message, signal) {
          const receipt = await sms.send(message, signal);
          if (dying.delete(message.to)) throw new Error('the worker died');
          return receipt;
        },
      },
    }),
  });
  await startYear(world);
  await world.passTo(NOTICE);
});
afterAll(() => world.close());

test('a mail that fails is tried again and sent once', async () => {
  await world.passTo(plus(REMINDER, -MINUTE));
  world.outside.fail(mailOf('guzhen'), passing, 2);
  world.outside.fail(mailOf('xiaolan'), passing);
  dying.add(mailOf('minzhong')).add(mobileOf('minzhong'));
  await letPass(world, plus(REMINDER, 2 * MINUTE));
  await eventually(() => outcomes(world, 'guzhen', 'reminder-5')).toContain('liaison email sent');
  expect(world.outside.mailsTo(mailOf('guzhen'))).toHaveLength(2);
});

test('a mail whose attempt crashed is taken over under the same Message-ID', async () => {
  await eventually(() => outcomes(world, 'minzhong', 'reminder-5')).toContain('liaison email sent');
  const [, first, second] = world.outside.mailsTo(mailOf('minzhong'));
  expect(second?.key).toBe(first?.key);
  expect(second?.text).toBe(first?.text);
});

test('an SMS whose attempt crashed is not repeated: it is unknown, and an officer has a task', async () => {
  await eventually(() => outcomes(world, 'minzhong', 'reminder-5')).toContain(
    'liaison sms unknown',
  );
  expect(world.outside.texts.filter(({ to }) => to === mobileOf('minzhong'))).toHaveLength(1);
  expect(await tasks(world, 'minzhong')).toEqual(['unknown']);
});

test('an attempt after the send window sends nothing; the mail goes out in the next one', async () => {
  await letPass(world, at('2018-07-06 12:20'));
  await world.settle();
  expect(await outcomes(world, 'xiaolan', 'reminder-5')).toContain('liaison email planned');
  world.outside.fail(mailOf('xiaolan'), passing, 0);
  await world.passTo(at('2018-07-06 14:30'));
  expect(await sent(world, 'xiaolan')).toContain('reminder-5 2018-07-06 14:30 liaison email');
  expect(world.outside.mailsTo(mailOf('xiaolan'))).toHaveLength(2);
});

test('a mail that fails until the next step comes is given up, and the next step goes out', async () => {
  await world.passTo(plus(LAST_REMINDER, -MINUTE));
  world.outside.fail(mailOf('xiaolan'), passing);
  await letPass(world, at('2018-07-13 12:20'));
  world.outside.fail(mailOf('xiaolan'), passing, 0);
  await world.passTo(at('2018-07-13 14:30'));
  expect(await outcomes(world, 'xiaolan', 'reminder-1')).toEqual([
    'liaison email given up',
    'liaison sms sent',
  ]);
  expect((await sent(world, 'xiaolan')).at(-1)).toBe('due 2018-07-13 14:30 liaison email');
});

test('the report of a unit ends the attempts for it', async () => {
  await world.passTo(at('2018-07-17 10:29'));
  world.outside.fail(mailOf('guzhen'), passing, 3);
  await letPass(world, plus(at('2018-07-17 10:30'), SECOND));
  await eventually(() => outcomes(world, 'guzhen', 'chase-1')).toContain('liaison email planned');
  const chased = world.outside.mailsTo(mailOf('guzhen')).length;
  const act = { kind: 'submit', report: await report(world, 'guzhen') } as const;
  expect(await hurried(world, 'guzhen', act)).toMatchObject({ ok: true });
  await letPass(world, at('2018-07-17 10:50'));
  await world.settle();
  expect(await outcomes(world, 'guzhen', 'chase-1')).toContain('liaison email cancelled');
  expect((await told(world, 'guzhen')).at(-1)).toBe('receipt-1');
  expect(world.outside.mailsTo(mailOf('guzhen'))).toHaveLength(chased + 1);
});

test('a report after the last step has its receipt; sent back, it is followed up', async () => {
  await world.passTo(at('2018-08-01 10:00'));
  // The same run waits until the round is over; the round has not started a new one.
  const id = idOf('renminyinhang');
  expect(world.runs.filter(({ workflowId }) => workflowId === id)).toHaveLength(1);
  expect(await submit(world, 'renminyinhang')).toMatchObject({ ok: true });
  expect((await told(world, 'renminyinhang')).at(-1)).toBe('receipt-1');
  await act(world, 'renminyinhang', {
    kind: 'return',
    version: 1,
    reason: '缺期末数据',
    until: day('2018-08-08'),
  });
  await world.passTo(at('2018-08-09 10:30'));
  expect((await sent(world, 'renminyinhang')).slice(-2)).toEqual([
    'reminder-1 2018-08-07 09:00 liaison email',
    'reminder-1 2018-08-07 09:00 liaison sms',
  ]);
  expect(await tasks(world, 'renminyinhang')).toEqual(['resubmission']);
});

test('every step is accounted for', async () => {
  expect(await findUnaccounted(world.pool, await world.now())).toEqual([]);
});

test('every workflow replays its own history', async () => {
  expect(await world.failedReplays()).toEqual([]);
});
