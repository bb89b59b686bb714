/** One round is played once, with a unit for every case; each test then checks one of them. */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { isLate, isLateByOriginal } from '../../domain/obligation/obligation.ts';
import { readObligation } from '../../store/read/obligations.ts';
import { contactOf } from '../support/people/contacts.ts';
import { DAY_BEFORE } from '../support/time/moments-of-plan.ts';
import { idOf } from '../support/world/acts.ts';
import { outcomes, planned, sent, steps, tasks, told } from '../support/world/record-lines.ts';
import { createTestWorld, type TestWorld } from '../support/world/world.ts';
import { CAST, plan, playRound } from './one-round.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld({ plan, start: DAY_BEFORE, bundle: inject('workflowBundle') });
  await playRound(world);
});
afterAll(() => world.close());

describe('a unit', () => {
  test('that reports early gets its notice and a receipt; the other steps are cancelled', async () => {
    expect(await sent(world, 'guzhen')).toEqual([
      'notice 2018-06-22 09:00 deputy email',
      'notice 2018-06-22 09:00 liaison email',
      'receipt-1 2018-07-05 16:00 liaison email',
    ]);
    const { notice, 'receipt-1': receipt, ...rest } = await steps(world, 'guzhen');
    expect([notice, receipt]).toEqual(['performed', 'performed']);
    expect(Object.keys(rest)).toHaveLength(8);
    expect(new Set(Object.values(rest))).toEqual(new Set(['已报，取消']));
  });

  test('that reports late is chased until then, and not after', async () => {
    expect(await told(world, 'xiaolan')).toEqual([
      'notice',
      'reminder-5',
      'reminder-1',
      'due',
      'chase-1',
      'receipt-1',
    ]);
    expect(isLate(await readObligation(world.pool, idOf('xiaolan')))).toBe(true);
  });

  test('that never reports is told of every step in its minute', async () => {
    expect(await sent(world, 'minzhong')).toEqual([
      'notice 2018-06-22 09:00 deputy email',
      'notice 2018-06-22 09:00 liaison email',
      'reminder-5 2018-07-06 09:00 liaison email',
      'reminder-5 2018-07-06 09:00 liaison sms',
      'reminder-1 2018-07-12 09:00 liaison email',
      'reminder-1 2018-07-12 09:00 liaison sms',
      'due 2018-07-13 09:00 deputy email',
      'due 2018-07-13 09:00 liaison email',
      'chase-1 2018-07-17 10:30 deputy email',
      'chase-1 2018-07-17 10:30 liaison email',
      'chase-1 2018-07-17 10:30 liaison sms',
      'press-3 2018-07-19 09:00 liaison email',
      'press-3 2018-07-19 09:00 liaison sms',
    ]);
    expect(await outcomes(world, 'minzhong', 'supervise-5')).toEqual(['office slip held']);
    expect(await planned(world, 'minzhong')).toEqual([
      'supervise-10 2018-07-30 09:00',
      'supervise-15 2018-08-06 09:00',
      'supervise-20 2018-08-13 09:00',
    ]);
  });

  test('of a central body is asked up to the chase; then an officer has a task', async () => {
    expect((await told(world, 'renminyinhang')).at(-1)).toBe('chase-1');
    expect(await outcomes(world, 'renminyinhang', 'press-3')).toEqual(['officer task sent']);
    expect(await tasks(world, 'renminyinhang')).toContain('call');
  });

  test('that is given more time is counted anew to the new date and keeps the old one', async () => {
    const first = await steps(world, 'nantou');
    expect(first['reminder-1']).toBe('期限已改，按新期限另行提醒');
    expect(first['chase-1']).toBe('期限已改，按新期限另行提醒');
    expect(await sent(world, 'nantou')).toEqual([
      'notice 2018-06-22 09:00 deputy email',
      'notice 2018-06-22 09:00 liaison email',
      'reminder-5 2018-07-06 09:00 liaison email',
      'reminder-5 2018-07-06 09:00 liaison sms',
      'extended-2 2018-07-11 10:00 deputy email',
      'extended-2 2018-07-11 10:00 liaison email',
      'extended-2 2018-07-11 10:00 liaison sms',
      'reminder-5 2018-07-18 09:00 liaison email',
      'reminder-5 2018-07-18 09:00 liaison sms',
      'reminder-1 2018-07-24 09:00 liaison email',
      'reminder-1 2018-07-24 09:00 liaison sms',
      'receipt-1 2018-07-24 10:00 liaison email',
    ]);
    const of = await readObligation(world.pool, idOf('nantou'));
    expect([of.originalDue.nominal, of.dueBeforeExtension?.nominal]).toEqual([
      '2018-07-15',
      '2018-07-15',
    ]);
    expect([isLate(of), isLateByOriginal(of)]).toEqual([false, true]);
  });

  test('whose report is sent back gets one reminder; a day late, an officer has a task until it is in', async () => {
    expect(await told(world, 'shaxi')).toEqual([
      'notice',
      'reminder-5',
      'receipt-1',
      'returned-1',
      'reminder-1',
      'receipt-2',
    ]);
    expect(await outcomes(world, 'shaxi', 'returned-task')).toEqual(['officer task sent']);
    expect(await tasks(world, 'shaxi')).toEqual([]);
    const of = await readObligation(world.pool, idOf('shaxi'));
    expect([isLate(of), of.returnLate]).toEqual([false, true]);
  });

  test('that need not report hears nothing more', async () => {
    expect(await told(world, 'tanzhou')).toEqual(['notice', 'reminder-5']);
    expect((await steps(world, 'tanzhou'))['reminder-1']).toBe('已免报，取消');
  });

  test('that takes its report back is reminded again, until it reports again', async () => {
    expect(await told(world, 'gangkou')).toEqual([
      'notice',
      'reminder-5',
      'receipt-1',
      'reminder-1',
      'due',
      'receipt-2',
    ]);
    expect((await steps(world, 'gangkou'))['chase-1']).toBe('已报，取消');
  });

  test('whose paper came in time gets no chase once it is entered, and is not late', async () => {
    expect(await told(world, 'sanjiao')).not.toContain('chase-1');
    expect(isLate(await readObligation(world.pool, idOf('sanjiao')))).toBe(false);
  });

  test('that has promised a day is left alone until that day is over', async () => {
    const chases = (await sent(world, 'henglan')).filter((line) => line.startsWith('chase-1'));
    expect(chases).toEqual([
      'chase-1 2018-07-18 10:30 deputy email',
      'chase-1 2018-07-18 10:30 liaison email',
      'chase-1 2018-07-18 10:30 liaison sms',
    ]);
  });
});

describe('a letter to a leader', () => {
  test('waits for the bureau and is sent when released, in the next send window', async () => {
    const press = (await sent(world, 'banfu')).filter((line) => line.startsWith('press-3'));
    expect(press).toEqual([
      'press-3 2018-07-19 09:00 liaison email',
      'press-3 2018-07-19 09:00 liaison sms',
      'press-3 2018-07-20 08:50 leader letter',
    ]);
    const [mail] = world.outside.mailsTo(contactOf(plan, 'banfu', 'leader').email);
    expect(mail?.attachments.map(({ filename }) => filename)).toEqual([
      expect.stringMatching(/\.docx$/),
    ]);
  });

  test('that is dismissed is not sent', async () => {
    expect(await outcomes(world, 'minzhong', 'press-3')).toContain('leader letter dismissed');
    expect(world.outside.mailsTo(contactOf(plan, 'minzhong', 'leader').email)).toEqual([]);
  });

  test('is cancelled, with its task, by the report', async () => {
    expect(await outcomes(world, 'sanxiang', 'press-3')).toContain('leader letter cancelled');
    expect(await tasks(world, 'sanxiang')).toEqual([]);
  });
});

describe('a liaison', () => {
  test('who cannot be reached either way is replaced by the deputy', async () => {
    expect(await outcomes(world, 'nongyeju', 'reminder-5')).toEqual([
      'deputy email sent',
      'liaison email rejected',
      'liaison sms rejected',
    ]);
  });

  test('who does not exist, nor a deputy, becomes a task for an officer', async () => {
    expect(await sent(world, 'fusha')).toEqual([]);
    expect(await outcomes(world, 'fusha', 'reminder-5')).toEqual([
      'deputy email skipped',
      'deputy sms skipped',
      'liaison email skipped',
      'liaison sms skipped',
      'officer task sent',
    ]);
    expect(await tasks(world, 'fusha')).toContain('unreachable');
  });
});

test('the bureau is never reminded of its own part', async () => {
  expect(await steps(world, 'jinrongju')).toEqual({});
});

test('every workflow replays its own history', async () => {
  expect(world.runs).toHaveLength(2 + CAST.length);
  expect(await world.failedReplays()).toEqual([]);
});
