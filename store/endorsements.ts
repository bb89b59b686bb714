/** Which leaders of a unit have read and endorsed (阅示) which version. */
import type { Instant } from '../domain/time/time.ts';
import { at, type Db } from './db/transaction.ts';

export type Endorsement = { readonly version: number; readonly by: string; readonly at: Instant };

export async function readEndorsements(db: Db, obligation: string): Promise<Endorsement[]> {
  const { rows } = await db.query<Endorsement>(
    `select version, by, at from endorsement where obligation = $1 order by at`,
    [obligation],
  );
  return rows;
}

export async function addEndorsement(
  tx: Db,
  obligation: string,
  { version, by, at: when }: Endorsement,
): Promise<void> {
  await tx.query(
    `insert into endorsement (obligation, version, by, at) values ($1, $2, $3, $4) on conflict do nothing`,
    [obligation, version, by, at(when)],
  );
}
