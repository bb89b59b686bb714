/** What must never be: found in the record of a rehearsal, each a sentence. Empty is the only good answer. */
import type { Instant } from '../domain/time.ts';
import { findUnaccounted } from '../store/audit.ts';
import { brokenEntry } from '../store/chain.ts';
import type { Db } from '../store/pool.ts';

export async function findViolations(
  db: Db,
  rounds: readonly string[],
  endedAt: Instant,
): Promise<string[]> {
  const violations = [...(await findUnaccounted(db, endedAt)), ...(await remindedAfterReport(db))];
  for (const round of rounds) {
    const broken = await brokenEntry(db, round);
    if (broken !== null) violations.push(`${round} 的操作记录第${broken}条与哈希链不符。`);
  }
  return violations;
}

/** One of the six kinds claimed while the unit's report was there: after an arrival and before the next return or withdrawal. */
async function remindedAfterReport(db: Db): Promise<string[]> {
  const { rows } = await db.query<{ what: string }>(
    `with moves as (
       select obligation, received_at as moved_at, seq,
              kind in ('submit', 'record', 'waive', 'accept') as arrived
         from command
        where (outcome->>'ok')::boolean and obligation is not null
          and kind in ('submit', 'record', 'waive', 'accept', 'return', 'withdraw')
     )
     select d.key || '：' || to_char(m.claimed_at, 'YYYY-MM-DD HH24:MI:SS') || ' 发出，而该单位已报送' as what
       from delivery d join message m on m.key = d.message
       join lateral (select arrived from moves
                      where moves.obligation = d.obligation and moves.moved_at < m.claimed_at
                      order by seq desc limit 1) newest on newest.arrived
      where d.kind in ('notice', 'reminder', 'due', 'chase', 'press', 'supervise')`,
  );
  return rows.map((row) => row.what);
}
