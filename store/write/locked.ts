/** Where every look, claim and settling begins: its round, the rules in force, and all that it may change, locked. */
import { roundOf } from '../../domain/obligation/obligation.ts';
import type { Round } from '../../domain/round/round.ts';
import { lockOn } from '../db/locks.ts';
import type { Db } from '../db/transaction.ts';
import { noRound, ROUND_COLUMNS, type RoundRow, toRound } from '../read/rounds.ts';
import { type InForce, inForce, type Rules, rulesInForce } from '../rules.ts';

export type Locked = { readonly round: Round; readonly rules: Rules };

/** Held together: whose message may be about obligations of other rounds, and of other plans. */
export type LockedTogether = Locked & { readonly heldOf: (obligation: string) => Locked };

/**
 * The rounds of the obligations with their `shared` lock, then the obligations with theirs, as locks.ts wants it: a
 * materialized `held` is counted before anything is joined to it. In one statement, for it is the beginning of most
 * transactions. What it read of the rules is as old as its start; a plan imported while it waits tells every obligation
 * to look again.
 */
export async function lockTogether(
  tx: Db,
  obligation: string,
  others: readonly string[] = [],
): Promise<LockedTogether> {
  const obligations = [...new Set([obligation, ...others])].sort();
  const rounds = [...new Set(obligations.map(roundOf))];
  const { rows } = await tx.query<RoundRow & InForce>(
    `with held as materialized (select ${ROUND_COLUMNS} from round where id = any($1) order by id for key share),
          locked as materialized (select ${lockOn('one')} from (select count(*) from held), unnest($2::text[]) as one)
     select held.*, ${inForce('held.plan')}, (select count(*) from locked) as locks from held`,
    [rounds, obligations],
  );
  const held = new Map<string, Locked>();
  for (const row of rows) {
    held.set(row.id, { round: toRound(row), rules: await rulesInForce(tx, row.plan, row) });
  }
  const heldOf = (id: string): Locked => {
    const found = held.get(roundOf(id));
    if (!found) throw noRound(roundOf(id));
    return found;
  };
  return { ...heldOf(obligation), heldOf };
}
