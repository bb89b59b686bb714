/** A round that finds the same due again and again, as when the worker's clock is behind the server's. */
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { RoundLook } from '../../activities/round/look-at-round.ts';
import { installQuietRuntime } from '../../rehearsal/world/world.ts';

const MINUTE_MS = 60_000;
const bundle = inject('workflowBundle');
const { TEMPORAL_TEST_SERVER_PATH: path = '' } = process.env;
let env: TestWorkflowEnvironment;
beforeAll(async () => {
  installQuietRuntime();
  env = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path } },
  });
});
afterAll(() => env.teardown());

const quiet: RoundLook = { over: false, rev: 1, todo: null, wakeAt: 0, coming: null };

/** What the round did within ten minutes, when activities answer like this. */
async function tenMinutes(
  workflowId: string,
  answers: { readonly compile: () => Promise<RoundLook>; readonly look: () => Promise<RoundLook> },
): Promise<string[]> {
  const done: string[] = [];
  const noted =
    <T>(name: string, work: () => Promise<T>) =>
    async () => {
      done.push(name);
      return work();
    };
  const activities = {
    openRound: async () => ({ slices: [] }),
    lookAtRound: noted('look', answers.look),
    compileReport: noted('compile', answers.compile),
  };
  const options = {
    connection: env.nativeConnection,
    workflowBundle: { codePath: bundle },
    activities,
  };
  const base = await Worker.create({ ...options, taskQueue: workflowId });
  const compile = await Worker.create({ ...options, taskQueue: `${workflowId}-compile` });
  const ends = [base.run(), compile.run()];
  const handle = await env.client.workflow.start('reportingRound', {
    workflowId,
    taskQueue: workflowId,
    args: [{ v: 1, id: workflowId }],
  });
  await handle.signal('changed', 7);
  await env.sleep(10 * MINUTE_MS);
  await handle.terminate();
  base.shutdown();
  compile.shutdown();
  await Promise.all(ends);
  return done;
}

test('a failing round tries again after 2 s, 4 s … a minute, not hundreds of times', async () => {
  const due = async (): Promise<RoundLook> => ({ ...quiet, rev: 7, todo: { kind: 'compile' } });
  const done = await tenMinutes('again', { compile: due, look: due });
  expect(done.filter((name) => name === 'look')).toHaveLength(1);
  // 62 s for the first five pauses, then one a minute.
  expect(done.filter((name) => name === 'compile').length).toBeGreaterThanOrEqual(12);
  expect(done.filter((name) => name === 'compile').length).toBeLessThanOrEqual(16);
});

test('a moment that has passed for the server but not for the worker does not make it spin', async () => {
  const late = async (): Promise<RoundLook> => ({ ...quiet, rev: 7, coming: { kind: 'compile' } });
  const done = await tenMinutes('past', { compile: late, look: late });
  expect(done.length).toBeLessThanOrEqual(17);
});

test('a database restored to before a signal is looked at once, not forever', async () => {
  const wakeAt = (await env.currentTimeMs()) + 60 * MINUTE_MS;
  const behind = async (): Promise<RoundLook> => ({ ...quiet, rev: 3, wakeAt });
  const done = await tenMinutes('restored', { compile: behind, look: behind });
  expect(done.length).toBeGreaterThanOrEqual(1);
  expect(done.length).toBeLessThanOrEqual(2);
});
