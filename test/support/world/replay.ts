/** Replays recorded histories: today's workflow code must take the same decisions. */
import type { WorkflowClient, WorkflowClientInterceptor } from '@temporalio/client';
import { Worker } from '@temporalio/worker';

export type Run = { readonly workflowId: string; readonly runId: string };
type Recorded = { readonly workflowId: string; readonly history: unknown };

/** Collects every workflow that is started, so that all are replayed. */
export function startedRuns(): { runs: Run[]; interceptor: WorkflowClientInterceptor } {
  const runs: Run[] = [];
  const interceptor: WorkflowClientInterceptor = {
    async startWithDetails(input, next) {
      const started = await next(input);
      const { workflowId } = input.options;
      const { runId } = started;
      // A workflow that runs already is answered with the same run.
      if (!runs.some((run) => run.runId === runId)) runs.push({ workflowId, runId });
      return started;
    },
  };
  return { runs, interceptor };
}

export async function historiesOf(client: WorkflowClient, runs: readonly Run[]) {
  return Promise.all(
    runs.map(async ({ workflowId, runId }) => ({
      workflowId,
      history: await client.getHandle(workflowId, runId).fetchHistory(),
    })),
  );
}

/** @returns the histories that do not replay, as `workflow id: reason` */
export async function failedReplays(bundle: string, recorded: readonly Recorded[]) {
  const failed: string[] = [];
  const results = Worker.runReplayHistories(
    { workflowBundle: { codePath: bundle } },
    each(recorded),
  );
  for await (const { workflowId, error } of results) {
    if (error) failed.push(`${workflowId}: ${error.message}`);
  }
  return failed;
}

/** The workflows that the world ended and started again because nothing woke them (rehearsal/world/world.ts). */
export const revivedRuns = (recorded: Awaited<ReturnType<typeof historiesOf>>): string[] =>
  recorded
    .filter(({ history }) => {
      const end = history.events?.at(-1)?.workflowExecutionTerminatedEventAttributes;
      return end?.reason === 'stranded';
    })
    .map(({ workflowId }) => `${workflowId}: nothing woke it`);

async function* each(recorded: readonly Recorded[]) {
  for (const { workflowId, history } of recorded) yield { workflowId, history };
}

/** The status of the newest run, for example `RUNNING` or `COMPLETED`. */
export const statusOf = async (client: WorkflowClient, workflowId: string): Promise<string> =>
  (await client.getHandle(workflowId).describe()).status.name;
