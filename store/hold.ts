/** Where every look, claim and settling begins: its round, the rules in force, and all that it may change, locked. */
import type { Round } from '../domain/round.ts';
import { lockOn } from './locks.ts';
import type { Db } from './pool.ts';
import { noRound, ROUND_COLUMNS, type RoundRow, toRound } from './rounds.ts';
import { type InForce, inForce, type Rules, rulesInForce } from './rules.ts';

export type Held = { readonly round: Round; readonly rules: Rules };

/**
 * The round with its `shared` lock, then the obligations with theirs, as locks.ts wants it: a materialized `held` is
 * there before anything is joined to it. In one statement, for it is the beginning of most transactions. What it read
 * of the rules is as old as its start; a plan imported while it waits tells every obligation to look again.
 */
export async function hold(tx: Db, id: string, obligations: readonly string[]): Promise<Held> {
  const { rows } = await tx.query<RoundRow & InForce>(
    `with held as materialized (select ${ROUND_COLUMNS} from round where id = $1 for key share),
          locked as materialized (select ${lockOn('one')} from held, unnest($2::text[]) as one)
     select held.*, ${inForce('held.plan')}, (select count(*) from locked) as locks from held`,
    [id, [...new Set(obligations)].sort()],
  );
  const [row] = rows;
  if (!row) throw noRound(id);
  return { round: toRound(row), rules: await rulesInForce(tx, row.plan, row) };
}
