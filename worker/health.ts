/** Health for probes and `doctor`: the worker polls, and no outbox row is older than a minute. */
import { createServer } from 'node:http';
import type { Db } from '../store/db/pool.ts';
import { outboxBacklog } from '../store/read/installation.ts';

const ALARM_SECONDS = 60;

export async function startHealth(
  db: Db,
  port: number | undefined,
  isPolling: () => boolean,
): Promise<{ close(): Promise<void> }> {
  if (port === undefined) return { close: async () => {} };
  const server = createServer((_request, response) => {
    void judge(db, isPolling).then(({ well, body }) => {
      response.writeHead(well ? 200 : 503, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return { close: () => new Promise((resolve) => server.close(() => resolve())) };
}

async function judge(db: Db, isPolling: () => boolean) {
  try {
    const backlog = await outboxBacklog(db);
    const polling = isPolling();
    return {
      well: polling && backlog.oldestSeconds < ALARM_SECONDS,
      body: { polling, outbox: backlog },
    };
  } catch {
    return { well: false, body: { polling: isPolling(), outbox: null } };
  }
}
