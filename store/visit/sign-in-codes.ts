/**
 * One-time codes and links. Only hashes are stored. Unknown addresses get a row too, so that answers do not reveal
 * which addresses are known.
 */
import { type Instant, plus } from '../../domain/time/time.ts';
import { lockObligations } from '../db/locks.ts';
import { at, type Db, type Pool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';

export type CodeWay = 'email' | 'sms' | 'read-out' | 'link';

export type NewCode = {
  readonly id: string;
  readonly plan: string;
  readonly address: string;
  readonly codeHash: string;
  readonly way: CodeWay;
  /** Network address of the client. */
  readonly client: string;
  readonly madeAt: Instant;
  readonly expiresAt: Instant;
};

export type CodeLimits = {
  /** One code for each address in this time. */
  readonly oncePerMs: number;
  /** The window of `ofAddress` and `ofClient`. */
  readonly windowMs: number;
  readonly ofAddress: number;
  readonly ofClient: number;
};

/**
 * Writes the row, or says which limit was reached. Two requests for one address wait for each other, so both are
 * counted.
 */
export const addCodeWithin = (
  pool: Pool,
  code: NewCode,
  limits: CodeLimits,
): Promise<'added' | 'too soon' | 'too many'> =>
  inTransaction(pool, async (tx) => {
    await lockObligations(tx, [`sign-in ${code.client}`, `sign-in ${code.address}`]);
    const asked = await countCodes(tx, code, plus(code.madeAt, -limits.windowMs));
    if (asked.ofAddress >= limits.ofAddress || asked.ofClient >= limits.ofClient) return 'too many';
    if (asked.newest !== null && asked.newest > code.madeAt - limits.oncePerMs) return 'too soon';
    await addCode(tx, code);
    return 'added';
  });

async function countCodes(db: Db, { address, client }: NewCode, since: Instant) {
  const { rows } = await db.query<{ ofAddress: number; ofClient: number; newest: Instant | null }>(
    `select count(*) filter (where address = $1)::int as "ofAddress",
            count(*) filter (where client = $2)::int as "ofClient",
            max(made_at) filter (where address = $1) as newest
       from sign_in_code where (address = $1 or client = $2) and made_at > $3 and way in ('email', 'sms')`,
    [address, client, at(since)],
  );
  return rows[0] ?? { ofAddress: 0, ofClient: 0, newest: null };
}

/**
 * Writes a row without limits: a link for the terminal, or a code that an officer reads out. @returns false when the id
 * exists
 */
export async function addCode(db: Db, code: NewCode): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into sign_in_code (id, plan, address, code_hash, way, client, made_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do nothing`,
    [
      code.id,
      code.plan,
      code.address,
      code.codeHash,
      code.way,
      code.client,
      at(code.madeAt),
      at(code.expiresAt),
    ],
  );
  return rowCount === 1;
}

export type TriedCode = {
  readonly address: string;
  readonly way: CodeWay;
  readonly codeHash: string;
  readonly tries: number;
};

/** Counts one try. @returns what to compare with; null when the code was used, has expired or was tried too often */
export async function tryCode(
  db: Db,
  id: string,
  now: Instant,
  mostTries: number,
): Promise<TriedCode | null> {
  const { rows } = await db.query<TriedCode>(
    `update sign_in_code set tries = tries + 1
      where id = $1 and used_at is null and expires_at > $2 and tries < $3
      returning address, way, code_hash as "codeHash", tries`,
    [id, at(now), mostTries],
  );
  return rows[0] ?? null;
}

/** @returns false when another request has used it meanwhile */
export async function useCode(db: Db, id: string, now: Instant): Promise<boolean> {
  const { rowCount } = await db.query(
    `update sign_in_code set used_at = $2 where id = $1 and used_at is null`,
    [id, at(now)],
  );
  return rowCount === 1;
}

/** The newest usable code that was read out to an address: its owner types it without having asked for one. */
export async function findReadOut(
  db: Db,
  plan: string,
  address: string,
  now: Instant,
): Promise<string | null> {
  const { rows } = await db.query<{ id: string }>(
    `select id from sign_in_code
      where plan = $1 and address = $2 and way = 'read-out' and used_at is null and expires_at > $3
      order by made_at desc limit 1`,
    [plan, address, at(now)],
  );
  return rows[0]?.id ?? null;
}
