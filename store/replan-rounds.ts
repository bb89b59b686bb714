/**
 * A new plan version or calendar moves the instants of rounds that are not over: their dates, and by the next look the
 * steps of each obligation. Keys and what was sent stay (rule 5).
 */
import type { Due, Obligation } from '../domain/obligation/obligation.ts';
import type { Round } from '../domain/round/round.ts';
import { roundDates } from '../domain/round-dates.ts';
import { lockRound } from './db/locks.ts';
import type { Db } from './db/transaction.ts';
import { readObligations, saveObligation } from './read/obligations.ts';
import { countRound, readRound, roundsOfPlan, saveRoundDates } from './read/rounds.ts';
import { type Rules, readRules } from './rules.ts';
import { addToOutbox } from './write/outbox.ts';
import { raiseYear } from './write/rounds.ts';

export async function replanRounds(tx: Db, plan: string): Promise<void> {
  const rules = await readRules(tx, plan);
  for (const { id } of await roundsOfPlan(tx, plan)) {
    await lockRound(tx, id, 'alone');
    const round = await readRound(tx, id);
    if (round.phase === 'planned' || round.phase === 'open') await replanRound(tx, rules, round);
  }
}

async function replanRound(tx: Db, rules: Rules, round: Round): Promise<void> {
  const dates = roundDates(rules, round.due.nominal);
  // A round that is open stays opened when it was.
  const kept = round.phase === 'open' ? { ...dates, opensAt: round.opensAt } : dates;
  await saveRoundDates(tx, round.id, kept, rules.calendar.version);
  for (const obligation of await readObligations(tx, round.id)) {
    const moved = withDates(obligation, rules);
    await saveObligation(tx, moved);
    await addToOutbox(tx, 'changed', moved.id, moved.rev);
  }
  const reportChanged = dates.due.at !== round.due.at;
  const { rev } = await countRound(tx, round.id, { outstanding: 0, reportChanged });
  await addToOutbox(tx, 'changed', round.id, rev);
  // The year waits for the opening instant, which may have moved.
  await addToOutbox(tx, 'changed', round.year, await raiseYear(tx, round.year));
}

/** What a report was judged by when it came (`firstDueAt`) stays. */
function withDates(o: Obligation, { dates }: Rules): Obligation {
  const again = (due: Due): Due => dates.dueOn(due.nominal);
  return {
    ...o,
    due: again(o.due),
    originalDue: again(o.originalDue),
    dueBeforeExtension: o.dueBeforeExtension === null ? null : again(o.dueBeforeExtension),
    rev: o.rev + 1,
  };
}
