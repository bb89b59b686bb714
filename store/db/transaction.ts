/** Transactions, and statements that are sent without waiting for the answers to those before them. */

import { Problem } from '../../domain/problem.ts';
import { type Db, ignoreError, type Pool } from './pool.ts';

/**
 * Runs the work in one transaction. What lost a race for order (serialisation, deadlock) or its connection is run
 * again, three times in all: the work must be safe to repeat, and is, because it looks up its own key first.
 */
export const inTransaction = <T>(
  pool: Pool,
  work: (tx: Db) => Promise<T>,
  isolation: Isolation = 'read committed',
): Promise<T> =>
  upToThreeTimes(() =>
    begun(pool, isolation, async (tx, writes) => {
      const result = await work(tx);
      await atOnce([...writes, tx.query('commit')]);
      return result;
    }),
  );

/**
 * As `inTransaction`, of statements none of which needs the answer to another: all of it, its end too, leaves in one
 * write. Of a function that asks twice only the first is part of the transaction.
 */
export const inOneWrite = <T extends readonly unknown[] | []>(
  pool: Pool,
  ask: (tx: Db) => T,
): Promise<Answers<T>> =>
  upToThreeTimes(() =>
    begun(pool, 'read committed', async (tx, writes) => {
      const asked = ask(tx);
      // Behind a failed statement it is a rollback.
      writes.push(tx.query('commit'));
      const [answers] = await atOnce([atOnce(asked), ...writes]);
      return answers;
    }),
  );

type Isolation = 'read committed' | 'repeatable read';

async function upToThreeTimes<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt < 3 && isPassing(error)) continue;
      throw unreachable(error) ?? error;
    }
  }
}

/**
 * Statements none of which needs the answer to another: sent at once, carried out in this order; of a function that asks
 * twice only the first has its place in it. Waits for all before it throws, so that nothing is asked of a connection
 * whose transaction has ended.
 */
export async function atOnce<T extends readonly unknown[] | []>(asked: T): Promise<Answers<T>> {
  await Promise.allSettled(asked);
  return Promise.all(asked);
}

type Answers<T> = { -readonly [K in keyof T]: Awaited<T[K]> };

/** The same work again while the database cannot be reached, every half second, up to fifteen seconds in all. */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (const deadline = Date.now() + 15_000; ; ) {
    try {
      return await work();
    } catch (error) {
      const isAway = error instanceof Problem && error.code === 'unavailable';
      if (!isAway || Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

/** Of each transaction under way what was written and not waited for, its beginning first. */
const unanswered = new WeakMap<Db, Promise<unknown>[]>();

/**
 * A write whose answer nobody needs. In a transaction it is not waited for: whatever is asked next is carried out
 * behind it, and should it fail, the transaction fails.
 */
export async function write(db: Db, text: string, values: unknown[]): Promise<void> {
  const answer = db.query(text, values);
  const others = unanswered.get(db);
  if (others === undefined) return void (await answer);
  answer.catch(ignoreError);
  others.push(answer);
}

/** @param work ends the transaction, with `writes`, and is rolled back when it fails */
async function begun<T>(
  pool: Pool,
  isolation: Isolation,
  work: (tx: Db, writes: Promise<unknown>[]) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  const begin = client.query(`begin isolation level ${isolation}`);
  begin.catch(ignoreError);
  const writes: Promise<unknown>[] = [begin];
  unanswered.set(client, writes);
  let broken: Error | undefined;
  try {
    return await work(client, writes);
  } catch (error) {
    broken = await client.query('rollback').then(
      () => undefined,
      (failure: Error) => failure,
    );
    throw (isVoid(error) ? await firstFailure(writes) : undefined) ?? error;
  } finally {
    unanswered.delete(client);
    client.release(broken);
  }
}

/** What comes behind a failed write only hears that its transaction is void. */
async function firstFailure(asked: readonly Promise<unknown>[]): Promise<unknown> {
  const outcomes = await Promise.allSettled(asked);
  return outcomes.find((outcome) => outcome.status === 'rejected')?.reason;
}

const isVoid = (error: unknown): boolean => codeOf(error) === '25P02';

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/**
 * 40001 serialisation, 40P01 deadlock, 23505 a key that another took meanwhile (the next run finds it), 08xxx and
 * 57P0x connection lost or server stopping, or the socket itself.
 */
const isPassing = (error: unknown): boolean =>
  /^(40001|40P01|23505|08\w{3}|57P0\d)$/.test(codeOf(error)) || isConnectionLoss(error);

const isConnectionLoss = (error: unknown): boolean =>
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/.test(codeOf(error)) ||
  (error instanceof Error &&
    /Connection terminated|not queryable|timeout exceeded/.test(error.message));

function unreachable(error: unknown): Problem | null {
  if (!isConnectionLoss(error) && !/^(08\w{3}|57P0\d)$/.test(codeOf(error))) return null;
  return new Problem(
    'unavailable',
    '数据库连接不上（Postgres）；本次操作没有生效。请确认服务已启动（npm start），稍后重试。',
    {
      cause: error,
    },
  );
}
