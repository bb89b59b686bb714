/** Statements on `account`: people beside the contacts of the roster. An account ends, it is never deleted. */
import type { Account } from '../../domain/plan-change/act.ts';
import type { Instant } from '../../domain/time/time.ts';
import { at, type Db } from '../db/transaction.ts';

export type AccountRow = Account & {
  readonly addedAt: Instant;
  readonly addedBy: string;
  readonly endedAt: Instant | null;
};

/** Also those that have ended, last. */
export async function readAccounts(db: Db, plan: string): Promise<AccountRow[]> {
  const { rows } = await db.query<AccountRow>(
    `select id, role, name, email, mobile, added_at as "addedAt", added_by as "addedBy", ended_at as "endedAt"
       from account where plan = $1 order by ended_at nulls first, role, name, id`,
    [plan],
  );
  return rows;
}

export async function addAccount(
  tx: Db,
  plan: string,
  account: Omit<Account, 'id'>,
  added: { readonly at: Instant; readonly by: string },
): Promise<void> {
  const { role, name, email, mobile } = account;
  await tx.query(
    `insert into account (plan, role, name, email, mobile, added_at, added_by) values ($1, $2, $3, $4, $5, $6, $7)`,
    [plan, role, name, email, mobile, at(added.at), added.by],
  );
}

export async function endAccount(tx: Db, plan: string, id: string, now: Instant): Promise<void> {
  await tx.query(
    `update account set ended_at = $3 where plan = $1 and id = $2 and ended_at is null`,
    [plan, id, at(now)],
  );
}
