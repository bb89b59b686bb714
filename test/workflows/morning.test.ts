/** The bureau's digest of each working morning: when it comes, to whom, what it says, and when it does not come. */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { day, type Instant } from '../../domain/time/time.ts';
import { GatewayError } from '../../gateways/gateway.ts';
import { smallPlan } from '../../rehearsal/shipped-plan.ts';
import { importPlan } from '../../store/write/import-plan.ts';
import { ensureRunning } from '../../worker/ensure-running.ts';
import { ROUND } from '../support/people/cast.ts';
import { at, china, show } from '../support/time/dates.ts';
import { CHASE, DAY_BEFORE, LAST_REMINDER, NOTICE } from '../support/time/moments-of-plan.ts';
import { act, actOnRound, startYear, submitAll } from '../support/world/acts.ts';
import { historiesOf } from '../support/world/replay.ts';
import { createTestWorld, type TestWorld } from '../support/world/world.ts';

const plan = smallPlan('guzhen', 'xiaolan', 'minzhong');
/** 20 July off by notice, Saturday the 21st worked for it. */
const changed = {
  ...china,
  version: 'with a make-up Saturday',
  holidays: { ...china.holidays, [day('2018-07-20')]: '台风停工' },
  workdays: { ...china.workdays, [day('2018-07-21')]: '台风停工' },
};

type Row = {
  readonly sentAt: Instant;
  readonly person: string;
  readonly subject: string;
  readonly text: string;
};

async function mornings(world: TestWorld, from = '2018-06-01'): Promise<Row[]> {
  const { rows } = await world.pool.query<Row>(
    `select m.settled_at as "sentAt", m.person, m.subject, m.text
       from delivery d join message m on m.key = d.message
      where d.step like 'morning-%' and d.state = 'sent' and m.settled_at >= $1 order by m.settled_at, m.key`,
    [new Date(at(`${from} 00:00`))],
  );
  return rows;
}

/** The minutes at which digests came, one entry for all officers. */
const times = async (world: TestWorld, from?: string): Promise<string[]> =>
  (await mornings(world, from)).map(({ sentAt }) => show(sentAt));

const twice = (...moments: string[]): string[] => moments.flatMap((moment) => [moment, moment]);

describe('a working morning', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await createTestWorld({ plan, start: DAY_BEFORE, bundle: inject('workflowBundle') });
    await startYear(world);
    await world.passTo(NOTICE);
  });
  afterAll(() => world.close());

  test('brings no mail when nothing has changed and nothing is due', async () => {
    await world.passTo(at('2018-06-25 15:00'));
    expect(await times(world)).toEqual([]);
  });

  test('brings each officer one mail about what was done the day before, once', async () => {
    await act(world, 'guzhen', { kind: 'confirm' });
    await world.passTo(at('2018-06-27 12:00'));
    expect(await times(world)).toEqual(twice('2018-06-26 08:40'));
    const mails = await mornings(world);
    expect(new Set(mails.map(({ person }) => person))).toEqual(
      new Set(['金融局经办人甲', '金融局经办人乙']),
    );
    for (const { text } of mails) expect(text).toContain('签收1个：古镇镇');
  });

  test('brings one on the days on which units are written to, none on those between', async () => {
    await world.passTo(at('2018-07-11 12:00'));
    expect(await times(world, '2018-06-27')).toEqual(twice('2018-07-06 08:40'));
    const [mail] = await mornings(world, '2018-07-06');
    expect(mail?.text).toContain('今日安排：9时提醒3个单位。');
  });

  test('comes every working day once the due day is there, never on a holiday, also on a make-up day', async () => {
    await world.passTo(at('2018-07-13 15:00'));
    await submitAll(world, 'guzhen');
    await importPlan(world.pool, plan, changed, await world.now());
    await world.passTo(at('2018-07-23 12:00'));
    expect(await times(world, '2018-07-13')).toEqual(
      twice(
        '2018-07-13 08:40',
        '2018-07-16 08:40',
        '2018-07-17 08:40',
        '2018-07-18 08:40',
        '2018-07-19 08:40',
        '2018-07-21 08:40',
        '2018-07-23 08:40',
      ),
    );
    const [monday] = await mornings(world, '2018-07-16');
    expect(monday?.subject).toBe('2018年上半年报送情况（7月16日）：未报2个，待办2件');
    expect(monday?.text).toContain('报送1个：古镇镇');
  });

  test('is not brought while sending is paused; afterwards only the day’s own comes', async () => {
    await actOnRound(world, { kind: 'pause', reason: '邮件系统检修' });
    await world.passTo(at('2018-07-26 10:00'));
    expect(await times(world, '2018-07-24')).toEqual([]);
    await actOnRound(world, { kind: 'resume' });
    await world.passTo(at('2018-07-26 18:00'));
    expect(await times(world, '2018-07-24')).toEqual(twice('2018-07-26 10:00'));
  });

  test('every workflow replays its own history', async () => {
    expect(await world.failedReplays()).toEqual([]);
  });
});

test('a worker that is replaced before the moment, and one after it, bring no second mail', {
  timeout: 90_000,
}, async () => {
  const world = await createTestWorld({
    plan,
    start: at('2018-07-11 09:00'),
    bundle: inject('workflowBundle'),
    maxCachedWorkflows: 0,
  });
  await startYear(world);
  await world.passTo(at('2018-07-12 08:39'));
  await world.replaceWorkers();
  await world.passTo(at('2018-07-12 08:40'));
  await world.replaceWorkers();
  await world.passTo(LAST_REMINDER);
  expect(await times(world)).toEqual(twice('2018-07-12 08:40'));
  expect(await world.failedReplays()).toEqual([]);
  await world.close();
});

describe('after an outage', () => {
  let world: TestWorld;
  beforeAll(async () => {
    const before = await createTestWorld({
      plan,
      start: at('2018-07-12 18:00'),
      bundle: inject('workflowBundle'),
    });
    await startYear(before);
    await before.passTo(CHASE);
    world = await before.withEmptiedTemporal(at('2018-07-26 15:00'));
    await ensureRunning(world.pool, world.temporal);
    await world.settle();
  });
  afterAll(() => world.close());

  test('of days only the present morning’s digest comes, as late as it is', async () => {
    expect(await times(world, '2018-07-18')).toEqual(twice('2018-07-26 15:00'));
    await world.passTo(at('2018-07-27 09:00'));
    expect(await times(world, '2018-07-18')).toEqual(twice('2018-07-26 15:00', '2018-07-27 08:40'));
  });
});

test('a mail server that is away for a day is asked ever more seldom, and the round’s history stays short', {
  timeout: 120_000,
}, async () => {
  const world = await createTestWorld({
    plan,
    start: at('2018-07-12 09:30'),
    bundle: inject('workflowBundle'),
  });
  const down = new GatewayError('ECONNREFUSED while connecting');
  for (const { email } of plan.contacts.filter(({ role }) => role === 'officer'))
    world.outside.fail(email ?? '', down);
  await startYear(world);
  const asked = async () => {
    const { rows } = await world.pool.query<{ attempts: number }>(
      `select m.attempts from message m join delivery d on d.message = m.key where d.step like 'morning-2018-07-13%'`,
    );
    expect(rows).toHaveLength(2);
    return Math.max(...rows.map(({ attempts }) => attempts));
  };
  await world.passTo(at('2018-07-13 08:39'));
  const before = await eventsOf(world);
  await world.passTo(at('2018-07-13 09:00'));
  // 08:40 and one, two, four, eight minutes later; then each quarter of an hour.
  const quick = await asked();
  expect(quick).toBeGreaterThanOrEqual(3);
  expect(quick).toBeLessThanOrEqual(5);
  await world.passTo(at('2018-07-13 12:00'));
  expect(await asked()).toBeGreaterThan(quick + 3);
  expect(await asked()).toBeLessThanOrEqual(quick + 12);
  // Some fifteen attempts for two officers, each with a look; once a minute would make thousands.
  expect((await eventsOf(world)) - before).toBeLessThan(600);
  expect(await world.failedReplays()).toEqual([]);
  await world.close();
});

async function eventsOf(world: TestWorld): Promise<number> {
  const runs = world.runs.filter(({ workflowId }) => workflowId === ROUND);
  const [round] = await historiesOf(world.env.client.workflow, runs);
  return round?.history.events?.length ?? 0;
}
