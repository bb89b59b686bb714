/**
 * Runs two transactions in an order that the test chooses: the first stops before a given statement, the second starts
 * and must wait for a lock in Postgres, then the first goes on. No sleep decides the order.
 */

import { type AddressInfo, createConnection, createServer } from 'node:net';
import type pg from 'pg';
import type { Pool } from '../../../store/db/pool.ts';

type Stopped = {
  /** The same database. The first statement that matches waits until `go`. */
  readonly pool: Pool;
  /** Resolves when that statement is reached; all statements before it have run. */
  readonly reached: Promise<void>;
  go(): void;
};

export function stopping(pool: Pool, before: RegExp): Stopped {
  const reached = signal();
  const gate = signal();
  let passed = false;
  const held = intercepted(pool, async (text, run) => {
    if (!passed && before.test(text)) {
      passed = true;
      reached.resolve();
      await gate.promise;
    }
    return run();
  });
  return { pool: held, reached: reached.promise, go: () => gate.resolve() };
}

function signal(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

/**
 * A pool whose statements all pass through `around`. Each client runs them one after the other, so that statements sent
 * together do not overtake one that waits.
 */
export function intercepted(
  pool: Pool,
  around: (text: string, run: () => Promise<unknown>) => Promise<unknown>,
): Pool {
  const bound = (target: object, key: string | symbol) => {
    const value: unknown = Reflect.get(target, key);
    return typeof value === 'function' ? value.bind(target) : value;
  };
  const clientOf = (client: pg.PoolClient) => {
    let line: Promise<unknown> = Promise.resolve();
    const query = (asked: string | pg.QueryConfig, values?: unknown[]) => {
      const text = typeof asked === 'string' ? asked : asked.text;
      const answer = line.then(() => around(text, () => target(asked, values)));
      line = answer.catch(() => {});
      return answer;
    };
    const target = (asked: string | pg.QueryConfig, values?: unknown[]) =>
      client.query(asked, values);
    return new Proxy(client, {
      get: (of, key) => (key === 'query' ? query : bound(of, key)),
    });
  };
  return new Proxy(pool, {
    get: (target, key) =>
      key === 'connect' ? async () => clientOf(await target.connect()) : bound(target, key),
  });
}

/** A pool whose first commit succeeds while its answer is lost. */
export function forgetting(pool: Pool): { readonly pool: Pool; readonly commits: () => number } {
  let commits = 0;
  const forgetful = intercepted(pool, async (text, run) => {
    const answer = await run();
    if (text !== 'commit' || ++commits > 1) return answer;
    throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
  });
  return { pool: forgetful, commits: () => commits };
}

/**
 * Stops the first before `holdAt`, then starts the second, which must wait for the first.
 * @param meanwhile runs while the second waits
 * @throws Error when the second does not wait: nothing would order the two
 */
export async function inOrder<A, B>(
  pool: Pool,
  first: (pool: Pool) => Promise<A>,
  second: (pool: Pool) => Promise<B>,
  holdAt: RegExp,
  meanwhile: () => Promise<unknown> = async () => {},
): Promise<[A, B]> {
  const held = stopping(pool, holdAt);
  const one = first(held.pool);
  await Promise.race([held.reached, one.then(() => neverReached(holdAt))]);
  let isDone = false;
  const other = second(pool).finally(() => {
    isDone = true;
  });
  try {
    await untilWaiting(pool, () => isDone);
    await meanwhile();
  } finally {
    held.go();
  }
  return Promise.all([one, other]);
}

const neverReached = (holdAt: RegExp): never => {
  throw new Error(`the first finished without a statement like ${holdAt}`);
};

/** Waits until a transaction of this database waits for a lock. */
async function untilWaiting(pool: Pool, isDone: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 5_000; Date.now() < deadline; ) {
    const { rowCount } = await pool.query(
      `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if ((rowCount ?? 0) > 0) return;
    if (isDone()) throw new Error('the second did not wait for the first');
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  throw new Error('the second neither waited nor finished');
}

/** The number of deadlocks that Postgres has resolved in this database. Each connection reports its own count. */
export async function deadlocks(pool: Pool): Promise<number> {
  const clients = await Promise.all(
    Array.from({ length: Math.max(1, pool.totalCount) }, () => pool.connect()),
  );
  for (const client of clients) await client.query(`select pg_stat_force_next_flush()`);
  for (const client of clients) client.release();
  const { rows } = await pool.query<{ deadlocks: number }>(
    `select deadlocks from pg_stat_database where datname = current_database()`,
  );
  return rows[0]?.deadlocks ?? 0;
}

/** A proxy to the server that holds back answers until a given statement passes. */
export async function wayWithoutAnswers(url: string) {
  const { port, hostname } = new URL(url);
  let awaited = '';
  let release = () => {};
  let hold = () => {};
  const server = createServer((from) => {
    const to = createConnection(Number(port), hostname);
    release = () => to.resume();
    from.on('data', (asked) => {
      to.write(asked);
      if (asked.includes(awaited)) release();
    });
    to.on('data', (answer) => from.write(answer));
    to.on('close', () => from.destroy());
    from.on('close', () => to.destroy());
    hold = () => to.pause();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const own = new URL(url);
  own.port = String((server.address() as AddressInfo).port);
  return {
    url: own.href,
    answerOnce(statement: string) {
      awaited = statement;
      hold();
    },
    close: () => server.close(),
  };
}
