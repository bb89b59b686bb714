/** Whom messages go to, and which addresses are known not to work. */
import type { Round } from '../domain/round/round.ts';
import type { Day } from '../domain/time/time.ts';
import { isUnreachable, type Reachability } from '../domain/unreachable.ts';
import type { Db } from './db/transaction.ts';
import { readLiaisons } from './read/contacts.ts';
import { readDeadMailboxes } from './write/bounced-addresses.ts';

export const readReachability = async (db: Db, plan: string): Promise<Reachability> => ({
  roster: await readLiaisons(db, plan),
  dead: await readDead(db),
});

/** Units of an open round that still owe and that nothing reaches that day; the bureau itself is not asked about. */
export async function readUnreachable(
  db: Db,
  { id, plan }: Pick<Round, 'id' | 'plan'>,
  day: Day,
): Promise<ReadonlySet<string>> {
  const dead = await readDead(db);
  const doubtful = await readDoubtful(db, { round: id, plan, dead, day });
  const roster = await readLiaisons(db, plan, doubtful);
  return new Set(doubtful.filter((unit) => isUnreachable({ roster, dead }, unit, day)));
}

type Asked = {
  readonly round: string;
  readonly plan: string;
  readonly dead: ReadonlySet<string>;
  readonly day: Day;
};

/**
 * The few units about which domain/unreachable.ts has to be asked: somebody is on leave, or nobody named has an address
 * that works. All others are reached, through whoever has one.
 */
async function readDoubtful(db: Db, { round, plan, dead, day }: Asked): Promise<string[]> {
  const { rows } = await db.query<{ unit: string }>(
    `select unit from obligation
      where round = $1 and not own and state in ('open', 'returned')
        and (unit not in (select unit from contact
                           where plan = $2 and role in ('liaison', 'deputy') and ordinal = 1
                             and (email <> '' and lower(email) <> all($3) or mobile <> '' and mobile <> all($3)))
             or unit in (select unit from leave where plan = $2 and $4 between from_day and until_day))`,
    [round, plan, [...dead], day],
  );
  return rows.map(({ unit }) => unit);
}

async function readDead(db: Db): Promise<ReadonlySet<string>> {
  const { rows } = await db.query<{ address: string }>(
    `select distinct m.address from message m
      where m.state = 'rejected'
        and not exists (select 1 from message later
                         where later.address = m.address and later.claimed_at > m.claimed_at
                            and later.state in ('sent', 'delivered'))`,
  );
  return new Set([...rows.map(({ address }) => address), ...(await readDeadMailboxes(db)).keys()]);
}
