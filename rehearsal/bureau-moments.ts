/** When open rounds speak to the bureau of their own accord: worked out as the round itself does, no table holds it. */
import { nextGroupText, nextMorning } from '../domain/bureau-days.ts';
import { isHalted } from '../domain/round.ts';
import type { Instant } from '../domain/time.ts';
import { readBureauDays } from '../store/bureau-days.ts';
import type { Db } from '../store/pool.ts';
import { readRound } from '../store/rounds.ts';
import { readRules } from '../store/rules.ts';
import { openRounds } from '../store/unfinished.ts';

export type BureauMoment = { readonly what: string; readonly at: Instant };

/** Of each round the one that is owed today, or the next; a round that is paused says nothing. */
export async function bureauMoments(
  db: Db,
  now: Instant,
  hasRobot: boolean,
): Promise<BureauMoment[]> {
  const moments: BureauMoment[] = [];
  for (const id of await openRounds(db)) {
    const round = await readRound(db, id);
    if (isHalted(round)) continue;
    const { plan, calendar, zone } = await readRules(db, round.plan);
    const { morningDoneOn, groupTextOn } = await readBureauDays(db, id);
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
