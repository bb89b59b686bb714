/**
 * Records the order in which claims and commands were committed, which the record itself does not keep. A trigger
 * writes one row for every claim, in its transaction; the server's commit timestamps order the two, whatever locks were
 * taken.
 */
import type { Db } from '../../store/db/pool.ts';

/** Needs a server with `track_commit_timestamp = on`. */
export async function callWitness(db: Db): Promise<void> {
  await db.query(`
    create table claim_seen (delivery text not null, obligation text not null, kind text not null);
    create function see_claim() returns trigger language plpgsql as $$
    begin
      insert into claim_seen values (new.key, new.obligation, new.kind);
      return null;
    end $$;
    create trigger claim_seen after update on delivery for each row
      when (new.state = 'sending' and new.obligation is not null) execute function see_claim();`);
}

/** Ladder messages whose claim was committed while the unit's report was there, one sentence each. */
export async function claimedAfterArrival(db: Db): Promise<string[]> {
  const { rows } = await db.query<{ what: string }>(
    `with turn as (
       select obligation, kind in ('submit', 'record', 'waive') as arrived, pg_xact_commit_timestamp(xmin) as done_at
         from command
        where (outcome->>'ok')::boolean and kind in ('submit', 'record', 'waive', 'withdraw', 'return')
     )
     select c.delivery || '：在该单位报送入库之后被领取' as what
       from claim_seen c
       join lateral (select t.arrived from turn t
                      where t.obligation = c.obligation and t.done_at < pg_xact_commit_timestamp(c.xmin)
                      order by t.done_at desc limit 1) newest on newest.arrived
      where c.kind in ('notice', 'reminder', 'due', 'chase', 'press', 'supervise')
      order by c.delivery`,
  );
  return rows.map((row) => row.what);
}

export async function claims(db: Db): Promise<number> {
  const { rows } = await db.query<{ n: number }>(`select count(*) as n from claim_seen`);
  return rows[0]?.n ?? 0;
}
