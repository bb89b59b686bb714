/** When workflows began to wait: by the server's own history, asked only after the fact. */
import type { Client } from '@temporalio/client';
import { until } from './until.ts';

const AT_ONCE = 20;

/** @returns epoch ms of the last of their first workflow tasks */
export async function lastFirstTask(
  client: Client,
  ids: readonly string[],
  patienceMs: number,
): Promise<number> {
  let last = 0;
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE);
    const ends = await Promise.all(some.map((id) => firstTask(client, id, patienceMs)));
    last = Math.max(last, ...ends);
  }
  return last;
}

async function firstTask(client: Client, id: string, patienceMs: number): Promise<number> {
  let endedAt: number | null = null;
  await until(
    `${id} waits`,
    async () => {
      endedAt = await endOfFirstTask(client, id);
      return endedAt !== null;
    },
    patienceMs,
  );
  return endedAt ?? Number.NaN;
}

async function endOfFirstTask(client: Client, id: string): Promise<number | null> {
  // Not started yet: asked again.
  const history = await client.workflow
    .getHandle(id)
    .fetchHistory()
    .catch(() => null);
  const ended = history?.events?.find((event) => event.workflowTaskCompletedEventAttributes);
  if (!ended?.eventTime) return null;
  const { seconds, nanos } = ended.eventTime;
  return Number(seconds ?? 0) * 1000 + (nanos ?? 0) / 1e6;
}
