/** A round from its call list to the sign-off, and beyond it: what the bureau sees and does. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { MINUTE, plus } from '../../domain/time/time.ts';
import { smallPlan } from '../../rehearsal/shipped-plan.ts';
import { newestCompilation } from '../../store/read/compilations.ts';
import { readObligation } from '../../store/read/obligations.ts';
import { readRound } from '../../store/read/rounds.ts';
import { ROUND, YEAR } from '../support/people/cast.ts';
import { contactOf } from '../support/people/contacts.ts';
import { at } from '../support/time/dates.ts';
import {
  CALL_LIST,
  COMPILE,
  DAY_BEFORE,
  NOTICE,
  SUPERVISE,
} from '../support/time/moments-of-plan.ts';
import {
  actOnRound,
  eventually,
  hurried,
  idOf,
  report,
  signOff,
  startYear,
  submit,
  submitAll,
} from '../support/world/acts.ts';
import { compilations, sent, tasks } from '../support/world/record-lines.ts';
import { statusOf } from '../support/world/replay.ts';
import { createTestWorld, type TestWorld } from '../support/world/world.ts';

const plan = smallPlan('guzhen', 'xiaolan', 'minzhong', 'jinrongju');
const officer = contactOf(plan, 'jinrongju', 'officer').email;
let world: TestWorld;
const status = (id: string) => statusOf(world.env.client.workflow, id);
const lastDigest = () => world.outside.mailsTo(officer).at(-1);

beforeAll(async () => {
  world = await createTestWorld({ plan, start: DAY_BEFORE, bundle: inject('workflowBundle') });
  await startYear(world);
  await world.passTo(NOTICE);
});
afterAll(() => world.close());

test('the round opens at its instant, and the year that has opened all its rounds is over', async () => {
  const round = await readRound(world.pool, ROUND);
  expect([round.phase, round.outstanding]).toEqual(['open', 4]);
  expect(await status(ROUND)).toBe('RUNNING');
  await world.passTo(plus(NOTICE, 2 * MINUTE));
  await eventually(() => status(YEAR)).toBe('COMPLETED');
});

test('at 14:30 on the due day the bureau gets the list of units to call, its own part left out', async () => {
  await world.passTo(at('2018-07-05 10:00'));
  await submitAll(world, 'guzhen');
  await world.passTo(CALL_LIST);
  const mail = lastDigest();
  expect(mail?.text).toMatch(/小榄镇[\s\S]*民众镇/);
  expect(mail?.text).not.toMatch(/古镇镇/);
  expect(await tasks(world, 'xiaolan')).toEqual(['call']);
  expect(await tasks(world, 'guzhen')).toEqual([]);
  expect(await tasks(world, 'jinrongju')).toEqual([]);
});

test('five working days after the due date there is a draft that names the missing', async () => {
  await world.passTo(at('2018-07-20 16:00'));
  await submitAll(world, 'jinrongju');
  expect(await compilations(world)).toEqual([]);
  await world.passTo(SUPERVISE);
  expect(await compilations(world)).toEqual([
    { at: '2018-07-23 09:00', reason: '初稿', draft: true, missing: 2 },
  ]);
  expect(lastDigest()?.text).toMatch(/小榄镇[\s\S]*民众镇/);
  expect(lastDigest()?.attachments).toHaveLength(1);
});

test('on the compile date there is a version that names them still', async () => {
  await world.passTo(COMPILE);
  expect((await compilations(world)).at(-1)).toEqual({
    at: '2018-07-30 09:00',
    reason: '汇总日',
    draft: true,
    missing: 2,
  });
});

test('what comes in afterwards makes a new version, and the last arrival the final one, at once', async () => {
  await world.passTo(at('2018-07-31 10:00'));
  await submitAll(world, 'xiaolan');
  await world.passTo(at('2018-07-31 15:00'));
  await submitAll(world, 'minzhong');
  expect((await compilations(world)).slice(2)).toEqual([
    { at: '2018-07-31 10:00', reason: '内容有变', draft: true, missing: 1 },
    { at: '2018-07-31 15:00', reason: '全部报齐', draft: false, missing: 0 },
  ]);
});

test('a version that has become stale cannot be signed off; the next one can', async () => {
  await world.passTo(at('2018-08-01 10:00'));
  await hurried(world, 'guzhen', { kind: 'submit', report: await report(world, 'guzhen') });
  expect(await signOff(world)).toMatchObject({ ok: false, code: 'superseded' });
  expect((await compilations(world)).at(-1)).toMatchObject({ reason: '内容有变', draft: false });
  expect(await signOff(world)).toMatchObject({ ok: true });
});

test('after the sign-off every workflow of the round is over, and nothing more is sent', async () => {
  for (const id of [ROUND, ...['guzhen', 'xiaolan', 'minzhong', 'jinrongju'].map(idOf)]) {
    await eventually(() => status(id)).toBe('COMPLETED');
  }
  const before = world.outside.mails.length;
  await world.passTo(at('2018-08-14 10:00'));
  expect(world.outside.mails.length).toBe(before);
});

test('a workflow of that round started by mistake ends at once and does nothing', async () => {
  const lines = await sent(world, 'minzhong');
  await world.temporal.start('obligation', idOf('minzhong'));
  await world.temporal.start('reportingRound', ROUND);
  await eventually(() => status(ROUND)).toBe('COMPLETED');
  await eventually(() => status(idOf('minzhong'))).toBe('COMPLETED');
  expect(await sent(world, 'minzhong')).toEqual(lines);
});

test('a report that comes after the sign-off is kept as a supplement and leaves the version alone', async () => {
  const { version } = (await newestCompilation(world.pool, ROUND)) ?? {};
  expect(await submit(world, 'xiaolan')).toMatchObject({ ok: true, supplement: true });
  expect((await newestCompilation(world.pool, ROUND))?.version).toBe(version);
  expect((await readObligation(world.pool, idOf('xiaolan'))).version).toBe(2);
});

test('a round that is opened again runs again, takes the supplement in, and is signed off anew', async () => {
  const { version = 0 } = (await newestCompilation(world.pool, ROUND)) ?? {};
  await actOnRound(world, { kind: 'reopen', reason: '市政府退回，要求补充小榄镇' });
  expect((await newestCompilation(world.pool, ROUND))?.version).toBe(version + 1);
  expect(await status(ROUND)).toBe('RUNNING');
  expect(await status(idOf('xiaolan'))).toBe('RUNNING');
  expect(await signOff(world)).toMatchObject({ ok: true });
  await eventually(() => status(ROUND)).toBe('COMPLETED');
  await eventually(() => status(idOf('xiaolan'))).toBe('COMPLETED');
});

test('every workflow replays its own history', async () => {
  expect(world.runs.length).toBeGreaterThanOrEqual(2 * 5 + 1 + 2);
  expect(await world.failedReplays()).toEqual([]);
});
