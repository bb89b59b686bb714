/** When open rounds speak to the bureau of their own accord: worked out as the round itself does, no table holds it. */
import { nextGroupText, nextMorning } from '../domain/round/bureau-days.ts';
import { isHalted } from '../domain/round/round.ts';
import type { Instant } from '../domain/time/time.ts';
import type { Db } from '../store/db/transaction.ts';
import { BUREAU_DAYS, type BureauDays } from '../store/read/bureau-days.ts';
import { ROUND_COLUMNS, type RoundRow, toRound } from '../store/read/rounds.ts';
import { readRules } from '../store/rules.ts';

export type BureauMoment = { readonly what: string; readonly at: Instant };

/** Of each round the one that is owed today, or the next; a round that is paused says nothing. */
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
