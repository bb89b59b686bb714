/**
 * Transactions, and statements sent ahead: waiting for an answer costs more than a short statement, so statements that
 * do not need each other's answers are sent without waiting. Postgres carries them out in the order in which they were
 * sent. Three functions do that, and callers need to know nothing else of it: `write` (no answer needed), `atOnce`
 * (several answers) and `inOneRoundTrip` (a whole transaction). A delivery waits four times for Postgres instead of
 * fourteen, a command six times instead of fifteen (docs/benchmarks.md).
 */

import { Problem } from '../../domain/problem.ts';
import { type Db, ignoreError, type Pool } from './pool.ts';

/**
 * Runs the work in one transaction, up to three times when it loses a race (serialisation, deadlock, a key that another
 * transaction took) or its connection. So the work must be safe to repeat: it looks up its own key first.
 * @throws Problem `unavailable` when the database cannot be reached
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
 * A transaction whose statements do not need each other's answers: they are sent with its begin and commit, and waited
 * for once. Calls of functions may stand among them, but only the first statement of each is part of the transaction.
 * The answers come after the commit, so nothing can be taken back because of them. Repeated like `inTransaction`.
 */
export const inOneRoundTrip = <T extends readonly unknown[] | []>(
  pool: Pool,
  ask: (tx: Db) => T,
): Promise<Answers<T>> =>
  upToThreeTimes(() =>
    begun(pool, 'read committed', async (tx, writes) => {
      const asked = ask(tx);
      // Behind a failed statement, Postgres takes it as a rollback.
      writes.push(tx.query('commit'));
      const [answers] = await atOnce([atOnce(asked), ...writes]);
      return answers;
    }),
  );

const PATIENCE_MS = 15_000;
const TRY_AGAIN_MS = 500;

/** Runs the work again while the database cannot be reached, for at most fifteen seconds. */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (const deadline = Date.now() + PATIENCE_MS; ; ) {
    try {
      return await work();
    } catch (error) {
      const isAway = error instanceof Problem && error.code === 'unavailable';
      if (!isAway || Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS));
    }
  }
}

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
 * Statements that do not need each other's answers, sent together and carried out in this order. Calls of functions may
 * stand among them, but only the first statement of each keeps its place in the order. Waits for all before it throws,
 * so that none is left on a connection whose transaction has ended.
 */
export async function atOnce<T extends readonly unknown[] | []>(asked: T): Promise<Answers<T>> {
  await Promise.allSettled(asked);
  return Promise.all(asked);
}

type Answers<T> = { -readonly [K in keyof T]: Awaited<T[K]> };

/** By transaction under way: the answers that nobody has waited for yet, that of its begin first. */
const unanswered = new WeakMap<Db, Promise<unknown>[]>();

/**
 * A write whose answer nobody needs. Inside a transaction it is sent and not waited for: later statements run behind it,
 * and if it fails, the transaction fails with its error. Outside a transaction it is waited for.
 */
export async function write(db: Db, text: string, values: unknown[]): Promise<void> {
  const answer = db.query(text, values);
  const others = unanswered.get(db);
  if (others === undefined) return void (await answer);
  answer.catch(ignoreError);
  others.push(answer);
}

/** @param work commits, and waits for `writes`; rolled back when it throws */
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

/** Statements behind a failed write only report that the transaction is void (25P02); this finds the cause. */
async function firstFailure(asked: readonly Promise<unknown>[]): Promise<unknown> {
  const outcomes = await Promise.allSettled(asked);
  return outcomes.find((outcome) => outcome.status === 'rejected')?.reason;
}

const isVoid = (error: unknown): boolean => codeOf(error) === '25P02';

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/**
 * Worth another run: 40001 serialisation, 40P01 deadlock, 23505 a key that another transaction took (the next run finds
 * it), 08xxx and 57P0x connection lost or server stopping, or an error of the socket.
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
