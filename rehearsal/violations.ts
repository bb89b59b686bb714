/** Finds in the record of a rehearsal what must never happen, one sentence each. Should be empty. */
import type { Day, Instant } from '../domain/time/time.ts';
import { isWorkday } from '../domain/time/workdays.ts';
import type { Db } from '../store/db/pool.ts';
import { readRules } from '../store/read/plans.ts';
import { brokenEntry } from '../store/read/trail.ts';
import { findUnaccounted } from '../store/read/unaccounted.ts';
import { bureauMoments } from './world/moments.ts';

export async function findViolations(
  db: Db,
  rounds: readonly string[],
  endedAt: Instant,
  hasRobot: boolean,
): Promise<string[]> {
  const violations = [
    ...(await findUnaccounted(db, endedAt)),
    ...(await remindedAfterReport(db)),
    ...(await bureauNotTold(db, endedAt, hasRobot)),
  ];
  for (const round of rounds) {
    const broken = await brokenEntry(db, round);
    if (broken !== null) violations.push(`${round} 的操作记录第${broken}条与哈希链不符。`);
  }
  return violations;
}

/** Days whose digest was never decided, was sent on another day, or was sent twice. */
async function bureauNotTold(db: Db, endedAt: Instant, hasRobot: boolean): Promise<string[]> {
  const owed = (await bureauMoments(db, endedAt, hasRobot)).filter(({ at }) => at <= endedAt);
  const { rows } = await db.query<{
    key: string;
    plan: string;
    on: Day;
    sentAt: Instant;
    times: number;
  }>(
    `select d.key, r.plan, substring(d.step from '\\d{4}-\\d\\d-\\d\\d') as on, m.settled_at as "sentAt",
            count(*) over (partition by d.round, m.channel, m.address, substring(d.step from '\\d{4}-\\d\\d-\\d\\d'))::int as times
       from delivery d join message m on m.key = d.message join round r on r.id = d.round
      where d.obligation is null and d.state = 'sent' and d.step ~ '^(morning|group)-'`,
  );
  const sentences = owed.map(({ what }) => `${what}：当天该告知汇总单位的，没有告知。`);
  for (const { key, plan, on, sentAt, times } of rows) {
    const { zone, calendar } = await readRules(db, plan);
    if (zone.dayOf(sentAt) !== on || !isWorkday(calendar, on))
      sentences.push(`${key}：${zone.iso(sentAt)} 发出，不在它说的那个工作日。`);
    if (times > 1) sentences.push(`${key}：同一天向同一地址发了${times}次。`);
  }
  return sentences;
}

/** Ladder messages claimed after an arrival and before the next return or withdrawal. */
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
