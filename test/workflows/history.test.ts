/**
 * The length of histories, and whether those of earlier releases still replay. `RECORD_HISTORIES=0.3 npm test --
 * test/workflows/history.test.ts` records those of a release; they are never changed afterwards.
 */

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { smallPlan } from '../../rehearsal/shipped-plan.ts';
import { ROUND, YEAR } from '../support/people/cast.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { at } from '../support/time/dates.ts';
import { DAY_BEFORE } from '../support/time/moments-of-plan.ts';
import { eventually, idOf, signOff, startYear, submitAll } from '../support/world/acts.ts';
import { failedReplays, statusOf } from '../support/world/replay.ts';
import { createTestWorld, type TestWorld } from '../support/world/world.ts';

const bundle = inject('workflowBundle');
const { RECORD_HISTORIES: release } = process.env;
/** temporal.api.enums.v1.EventType */
const TYPE = {
  taskScheduled: 5,
  activityScheduled: 10,
  timerStarted: 17,
  marker: 25,
  signalled: 26,
};
let world: TestWorld;

const historyOf = (id: string) => world.env.client.workflow.getHandle(id).fetchHistory();

beforeAll(async () => {
  const plan = smallPlan('guzhen', 'minzhong');
  world = await createTestWorld({ plan, start: DAY_BEFORE, bundle });
  await startYear(world);
  await world.passTo(at('2018-07-05 10:00'));
  await submitAll(world, 'guzhen');
  await world.passTo(at('2018-07-23 10:00'));
});
afterAll(() => world.close());

async function counts(id: string) {
  const events = (await historyOf(id)).events ?? [];
  const of = (type: number) => events.filter(({ eventType }) => eventType === type).length;
  return {
    all: events.length,
    tasks: of(TYPE.taskScheduled),
    activities: of(TYPE.activityScheduled),
    timers: of(TYPE.timerStarted),
    signals: of(TYPE.signalled),
  };
}

/** Deliveries of each step of the ladder of a town, from notice to the first supervision, and the queues they go to. */
const LADDER = [2, 2, 2, 2, 3, 3, 1];
const QUEUES = [1, 2, 2, 1, 2, 2, 1];

test('an obligation that climbs its whole ladder costs what its steps cost, and no look', async () => {
  const { all, tasks, activities, timers, signals } = await counts(idOf('minzhong'));
  expect({ activities, timers, signals }).toEqual({
    activities: QUEUES.reduce((sum, queues) => sum + queues, 0),
    // One before each step but the first, and the one that is running.
    timers: LADDER.length,
    signals: 0,
  });
  // The floor counted from the job: start 1, task 3; for each step timer 2, task 3, m deliveries of 3, task 3; without
  // the first timer and its task, and with the timer that is running.
  const floor = 1 + 3 + LADDER.reduce((sum, m) => sum + 2 + 3 + 3 * m + 3, 0) - 2 - 3 + 1;
  expect(all - 3 * tasks).toBe(1 + 3 * activities + 2 * timers - 1);
  expect(all).toBeLessThanOrEqual(1.15 * floor);
});

test('an obligation that reports on time is told once, and then left alone', async () => {
  const { activities, signals } = await counts(idOf('guzhen'));
  // The notices and the receipt: the looks came with the start and with the signal.
  expect({ activities, signals }).toEqual({ activities: 2, signals: 1 });
});

test('a round looks at itself once a day and on each working morning, far from the limits of a history', async () => {
  const { all, timers } = await counts(ROUND);
  expect(timers).toBeLessThanOrEqual(31 + 22 + 6);
  // A timer and one activity for each moment, and the mails of each morning.
  expect(all / 31).toBeLessThan(28);
});

test('the histories of this release and of those before replay against the present workflows', async () => {
  await submitAll(world, 'minzhong');
  expect(await signOff(world)).toMatchObject({ ok: true });
  const scenarios = {
    'obligation-on-time': idOf('guzhen'),
    'obligation-whole-ladder': idOf('minzhong'),
    'reportingRound-signed-off': ROUND,
    'reportingYear-one-round': YEAR,
  };
  for (const [name, id] of Object.entries(scenarios)) {
    await eventually(() => statusOf(world.env.client.workflow, id)).toBe('COMPLETED');
    if (release) recordHistory(release, name, await historyOf(id));
  }
  const recorded = goldenHistories(await historyOf(ROUND));
  expect(recorded.length).toBeGreaterThanOrEqual(4);
  expect(await failedReplays(bundle, recorded)).toEqual([]);
});

test('histories hold ids, and no name, address, number or text', async () => {
  for (const id of [idOf('minzhong'), ROUND, YEAR]) {
    const json = JSON.stringify(await historyOf(id));
    const payloads = [...json.matchAll(/"data":"([^"]+)"/g)].map(([, data = '']) =>
      Buffer.from(data, 'base64').toString('utf8'),
    );
    expect(payloads.length).toBeGreaterThan(5);
    for (const text of payloads) expect(text).not.toMatch(/@|\p{Script=Han}|10900\d{6}|0760-/u);
  }
});

test('a workflow that looks once more before it waits no longer replays them', async () => {
  const code = readFileSync(bundle, 'utf8');
  // Of the obligation, not of the round.
  const wait = /for ?\(let standstill = 0;(?=[^{]*\{\s*const wakeAt)/;
  expect(code).toMatch(wait);
  const altered = path.join(temporaryFolder(), 'altered.js');
  writeFileSync(altered, code.replace(wait, 'await lookAt(id); $&'));
  const recorded = goldenHistories(await historyOf(ROUND));
  const failed = await failedReplays(altered, recorded);
  const names = recorded.map(({ workflowId }) => workflowId);
  expect(failed.map((line) => line.split(':')[0])).toEqual(
    names.filter((name) => name.includes('obligation-')),
  );
  expect(failed.join()).toContain('TMPRL1100');
});

test('every workflow replays its own history', async () => {
  expect(await world.failedReplays()).toEqual([]);
});

/** Recorded histories, one file for each: `test/histories/<release>/<workflow>-<scenario>.json`. */
const folder = fileURLToPath(new URL('../histories', import.meta.url));

/**
 * Of every release: a workflow may have been started by any of them.
 * @param like any history that was fetched. Its class reads the files: the SDK's own `historyFromJSON` fails where npm
 *   installs two copies of protobufjs.
 */
function goldenHistories(like: object) {
  const History = like.constructor as unknown as { fromObject(json: unknown): object };
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({
      workflowId: name,
      history: History.fromObject(JSON.parse(readFileSync(path.join(folder, name), 'utf8'))),
    }));
}

/** Writes a history without the name of the machine that made it. */
function recordHistory(
  release: string,
  name: string,
  history: { readonly events?: readonly object[] | null },
): void {
  mkdirSync(path.join(folder, release), { recursive: true });
  const events = (history.events ?? []).map((event) => JSON.stringify(event, withoutMachine));
  const json = `{"events":[\n${events.join(',\n')}\n]}\n`;
  writeFileSync(path.join(folder, release, `${name}.json`), json);
}

const withoutMachine = (key: string, value: unknown): unknown =>
  key === 'identity' ? 'worker' : value;
