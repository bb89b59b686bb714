/**
 * The auditor: compares the plan with what became of it. Each planned step must be sent, skipped, cancelled or held;
 * whatever is none of these, and every message that should not have left, is one sentence. Read only.
 */
import type { Instant } from '../domain/time.ts';
import { remindedAfterArrival } from './audit-arrivals.ts';
import { at, type Db } from './pool.ts';

export type AuditOptions = {
  /**
   * How long a command may have taken from its receipt to its commit, in ms. 0 where nothing runs beside it (virtual
   * time); on a busy installation a claim may rightly come in between.
   */
  readonly commitMs?: number;
};

/** Empty when everything whose moment had passed by `asOf` is accounted for. */
export async function findUnaccounted(
  db: Db,
  asOf: Instant,
  { commitMs = 0 }: AuditOptions = {},
): Promise<string[]> {
  return [
    ...(await unplanned(db, asOf)),
    ...(await overdueSteps(db, asOf)),
    ...(await performedWithoutDeliveries(db)),
    ...(await stuckDeliveries(db, asOf)),
    ...(await remindedAfterArrival(db, commitMs)),
  ];
}

type Sentence = { readonly sentence: string };

async function sentences(db: Db, sql: string, values: readonly unknown[] = []): Promise<string[]> {
  const { rows } = await db.query<Sentence>(sql, [...values]);
  return rows.map((row) => row.sentence);
}

const unplanned = (db: Db, asOf: Instant): Promise<string[]> =>
  sentences(
    db,
    `select o.id || '：批次已开启，却没有任何节点（工作流未运行？）。' as sentence
       from obligation o join round r on r.id = o.round
      where r.phase = 'open' and not o.own and r.opened_at < $1
        and not exists (select 1 from step s where s.obligation = o.id)
        and o.state in ('open', 'returned')
      order by o.id`,
    [at(asOf)],
  );

const overdueSteps = (db: Db, asOf: Instant): Promise<string[]> =>
  sentences(
    db,
    `select s.obligation || ' 节点 ' || s.key || '：发送时段已过，仍是“计划”，既未发出也未说明原因。' as sentence
       from step s join obligation o on o.id = s.obligation join round r on r.id = o.round
      where s.state = 'planned' and s.not_after < $1 and r.phase = 'open' and not r.paused and not r.plan_paused
      order by s.at, s.obligation`,
    [at(asOf)],
  );

const performedWithoutDeliveries = (db: Db): Promise<string[]> =>
  sentences(
    db,
    `select s.obligation || ' 节点 ' || s.key || '：已执行，应有' || wanted.n || '条投递，只有' || made.n || '条。' as sentence
       from step s
      cross join lateral (select count(*) as n from jsonb_array_elements(s.addressing) a
                           cross join jsonb_array_elements(a->'channels')) wanted
      cross join lateral (select count(*) as n from delivery d
                           where d.obligation = s.obligation and d.cycle = s.cycle and d.step = s.key) made
      where s.state = 'performed' and made.n < wanted.n
      order by s.at, s.obligation`,
  );

/** One in the middle of its sending when its round was closed is stuck as well: nobody will settle it. */
const stuckDeliveries = (db: Db, asOf: Instant): Promise<string[]> =>
  sentences(
    db,
    `select '投递 ' || d.key || '：发送时段已过，仍是“' ||
            case d.state when 'sending' then '发送中' else '待发' end || '”。' as sentence
       from delivery d join round r on r.id = d.round
      where d.not_after < $1
        and ((d.state = 'planned' and r.phase = 'open' and not r.paused and not r.plan_paused)
          or (d.state = 'sending' and not (r.phase = 'open' and (r.paused or r.plan_paused))))
      order by d.at, d.key`,
    [at(asOf)],
  );
