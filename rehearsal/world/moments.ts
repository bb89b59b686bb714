/** What is due by the record, and when the next thing is due: the virtual clock follows this. */

import { nextGroupText, nextMorning } from '../../domain/round/bureau-days.ts';
import { isHalted } from '../../domain/round/round.ts';
import { DAY, type Instant } from '../../domain/time/time.ts';
import type { Db } from '../../store/db/pool.ts';
import { BUREAU_DAYS, type BureauDays } from '../../store/read/bureau-days.ts';
import { readRules } from '../../store/read/plans.ts';
import { ROUND_COLUMNS, type RoundRow, toRound } from '../../store/read/rounds.ts';

/** Everything that should have been done by that instant and is not; empty when the system is at rest. */
export async function dueNow(db: Db, at: Instant, hasRobot: boolean): Promise<string[]> {
  // Read first: what a round tells the bureau becomes a delivery, and must be seen as one or the other.
  const told = (await bureauMoments(db, at, hasRobot)).filter((moment) => moment.at <= at);
  const { rows } = await db.query<{ what: string }>(
    `select 'step ' || s.obligation || ' ' || s.key as what
       from step s join obligation o on o.id = s.obligation join round r on r.id = o.round
      where s.state = 'planned' and s.at <= $1 and r.phase = 'open' and not r.paused and not r.plan_paused
     union all
     select 'delivery ' || d.key from delivery d join round r on r.id = d.round
      where d.state in ('planned', 'sending') and d.at <= $1 and r.phase in ('planned', 'open') and not r.paused and not r.plan_paused
     union all
     select 'look ' || o.id from obligation o join round r on r.id = o.round
      where o.looked_rev < o.rev and r.phase = 'open'
     union all
     select 'news ' || workflow_id from outbox where sent_at is null
     union all
     select 'report ' || r.id from delivery_report r
       join message m on m.channel = r.channel and (m.reference = r.reference or m.provider_id = r.provider_id)
      where r.applied_at is null and m.state <> 'sending'
     union all
     select 'opening ' || r.id from round r where r.phase = 'planned' and r.opens_at <= $1
     union all
     select 'contact check ' || r.id from round r join reporting_year y on y.id = r.year
      where r.phase = 'planned' and y.phase = 'started' and r.contact_check_at <= $1
        and r.contact_check_done_at is null and r.opens_at > $1
     union all
     select 'call list ' || id from round
      where phase = 'open' and call_list_done_at is null and call_list_at <= $1
     union all
     select 'compilation ' || r.id
       from round r left join lateral (
            select report_seq, draft, made_at from compilation c where c.round = r.id order by version desc limit 1
          ) newest on true
      where r.phase = 'open' and (
            r.compile_wanted
         or (newest.report_seq is null and (r.outstanding = 0 or r.compile_at <= $1 or r.draft_at <= $1))
         or newest.report_seq <> r.report_seq
         or (newest.draft and r.outstanding = 0)
         or (newest.draft and r.compile_at <= $1 and newest.made_at < r.compile_at))`,
    [new Date(at)],
  );
  return [...rows.map((row) => row.what), ...told.map((moment) => moment.what)];
}

/** The next planned moment after `at`, at most a day away, because rounds look once a day. */
export async function nextMoment(db: Db, at: Instant, hasRobot: boolean): Promise<Instant | null> {
  const { rows } = await db.query<{ next: Instant | null }>(
    `select min(moment) as next from (
       select min(s.at) as moment from step s join obligation o on o.id = s.obligation join round r on r.id = o.round
        where s.state = 'planned' and s.at > $1 and r.phase = 'open'
       union all
       select min(d.at) from delivery d join round r on r.id = d.round
        where d.state = 'planned' and d.at > $1 and r.phase in ('planned', 'open')
       union all
       select min(m) from round r, unnest(array[r.contact_check_at, r.opens_at, r.call_list_at, r.draft_at, r.compile_at]) as m
        where r.phase in ('planned', 'open') and m > $1
     ) as moments`,
    [new Date(at)],
  );
  const told = (await bureauMoments(db, at, hasRobot)).map((moment) => moment.at);
  const coming = [rows[0]?.next ?? null, ...told].flatMap((next) =>
    next !== null && next > at ? [next] : [],
  );
  return coming.length === 0 ? null : (Math.min(...coming, at + 30 * DAY) as Instant);
}

/** When open rounds tell the bureau something by themselves. No table holds it, so it is computed as the round does. */
type BureauMoment = { readonly what: string; readonly at: Instant };

/** For each round the one that is due today, or the next; none for a paused round. */
export async function bureauMoments(
  db: Db,
  now: Instant,
  hasRobot: boolean,
): Promise<BureauMoment[]> {
  const moments: BureauMoment[] = [];
  const { rows } = await db.query<RoundRow & BureauDays>(
    `select ${ROUND_COLUMNS}, ${BUREAU_DAYS} from round where phase = 'open' order by id`,
  );
  for (const row of rows) {
    const { id, morningDoneOn, groupTextOn } = row;
    const round = toRound(row);
    if (isHalted(round)) continue;
    const { plan, calendar, zone } = await readRules(db, round.plan);
    const { policy } = plan;
    const rules = { policy, calendar, zone };
    const since = round.openedAt;
    const morning = nextMorning(rules, { since, doneOn: morningDoneOn }, now);
    if (morning !== null) moments.push({ what: `morning ${id}`, at: morning });
    if (!hasRobot || policy.groupText?.robot !== true) continue;
    const text = nextGroupText(rules, round.due, { since, doneOn: groupTextOn }, now);
    if (text !== null) moments.push({ what: `group text ${id}`, at: text });
  }
  return moments;
}
