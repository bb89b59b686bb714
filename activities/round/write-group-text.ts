/** Writes the group text of the due day and of each day of 催报: once a day, decided under the round's lock. */
import { nextGroupText } from '../../domain/round/bureau-days.ts';
import { isHalted } from '../../domain/round/round.ts';
import { groupFactsOf, groupText } from '../../domain/texts/messages/group-text.ts';
import { toPlan } from '../../domain/time/plan-time.ts';
import { lockRound } from '../../store/db/locks.ts';
import { inTransaction } from '../../store/db/transaction.ts';
import { readBureauDays } from '../../store/read/bureau-days.ts';
import { readObligations } from '../../store/read/obligations.ts';
import { readRules } from '../../store/read/plans.ts';
import { readRound } from '../../store/read/rounds.ts';
import { markGroupText } from '../../store/write/rounds.ts';
import type { Deps } from '../deps.ts';
import { addDigest } from './digest.ts';
import { type LookDeps, type RoundLook, roundLook } from './look-at-round.ts';

export const createWriteGroupText = (deps: LookDeps & Pick<Deps, 'demonstration'>) => ({
  async writeGroupText({ round: id, asOf }: { round: string; asOf: number }): Promise<RoundLook> {
    const now = toPlan(asOf, deps.offset);
    await inTransaction(deps.pool, async (tx) => {
      await lockRound(tx, id, 'alone');
      const round = await readRound(tx, id);
      const { groupTextOn: doneOn } = await readBureauDays(tx, id);
      const rules = await readRules(tx, round.plan);
      const { plan, zone } = rules;
      const kept = { since: round.openedAt, doneOn };
      const due = nextGroupText({ ...rules, policy: plan.policy }, round.due, kept, now);
      if (due === null || due > now || isHalted(round) || round.phase !== 'open') return;
      const on = zone.dayOf(now);
      await markGroupText(tx, id, on);
      const obligations = await readObligations(tx, id);
      const facts = groupFactsOf({ ...deps, plan, round, obligations }, now);
      // All have reported: send nothing.
      if (facts.missing === 0) return;
      const content = { subject: '', text: groupText(plan, facts, zone) };
      await addDigest(tx, rules, round, `group-${on}`, content, now, 'robot');
    });
    return roundLook(deps, id, now);
  },
});
