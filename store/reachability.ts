/** Whom messages go to, and which addresses are known not to work. */
import type { Reachability } from '../domain/unreachable.ts';
import { readDeadMailboxes } from './bounced-addresses.ts';
import { readLiaisons } from './leaves.ts';
import type { Db } from './pool.ts';

export async function readReachability(db: Db, plan: string): Promise<Reachability> {
  const { rows } = await db.query<{ address: string }>(
    `select distinct m.address from message m
      where m.state = 'rejected'
        and not exists (select 1 from message later
                         where later.address = m.address and later.claimed_at > m.claimed_at
                            and later.state in ('sent', 'delivered'))`,
  );
  return {
    roster: await readLiaisons(db, plan),
    dead: new Set([...rows.map(({ address }) => address), ...(await readDeadMailboxes(db)).keys()]),
  };
}
