/** Replay: the present workflows must take every decision that a history records. */
import type { WorkflowClient, WorkflowClientInterceptor } from '@temporalio/client';
import { Worker } from '@temporalio/worker';

export type Run = { readonly workflowId: string; readonly runId: string };
type Recorded = { readonly workflowId: string; readonly history: unknown };

/** Notes every workflow that is really started, so that none escapes the replay. */
export function startedRuns(): { runs: Run[]; interceptor: WorkflowClientInterceptor } {
  const runs: Run[] = [];
  const interceptor: WorkflowClientInterceptor = {
    async startWithDetails(input, next) {
      const started = await next(input);
      const { workflowId } = input.options;
      const { runId } = started;
      // One that runs already is answered with its run.
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

/** @returns what did not replay, as `workflow id: reason`; empty is good */
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

/** Those that the world had to end and start again because nothing woke them (rehearsal/world/world.ts). */
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

/** Of the newest run of that id, e.g. `RUNNING` or `COMPLETED`. */
export const statusOf = async (client: WorkflowClient, workflowId: string): Promise<string> =>
  (await client.getHandle(workflowId).describe()).status.name;
