/** On the due day the bureau gets the list of units to call. */
import { senderOf } from '../domain/about.ts';
import type { ToCall } from '../domain/facts.ts';
import type { Reached } from '../domain/leave.ts';
import { isOutstanding, type Obligation } from '../domain/obligation.ts';
import { toPlan } from '../domain/plan-time.ts';
import { reachedOn } from '../domain/recipient.ts';
import { callTodayText, renderDigest } from '../domain/texts/index.ts';
import type { Instant } from '../domain/time.ts';
import { readLeaves } from '../store/leaves.ts';
import { lockRound } from '../store/locks.ts';
import { readObligations } from '../store/obligations.ts';
import { readContacts } from '../store/plans.ts';
import { inTransaction } from '../store/pool.ts';
import { markCallList, readRound } from '../store/rounds.ts';
import { readRules } from '../store/rules.ts';
import { addTasks, type Task } from '../store/tasks.ts';
import type { Deps } from './deps.ts';
import { addDigest } from './digest.ts';
import { type LookDeps, type RoundLook, roundLook } from './look-at-round.ts';

export const createListCalls = (deps: LookDeps & Pick<Deps, 'demonstration'>) => ({
  async listCalls({ round: id, asOf }: { round: string; asOf: number }): Promise<RoundLook> {
    const now = toPlan(asOf, deps.offset);
    await inTransaction(deps.pool, async (tx) => {
      await lockRound(tx, id, 'alone');
      const round = await readRound(tx, id);
      // The date may have been moved since this was decided.
      if (round.callListDoneAt !== null || round.callListAt > now || round.phase !== 'open') return;
      const rules = await readRules(tx, round.plan);
      const roster = {
        contacts: await readContacts(tx, round.plan),
        leaves: await readLeaves(tx, round.plan),
      };
      const today = rules.zone.dayOf(now);
      const calls = (await readObligations(tx, id))
        .filter((o) => isOutstanding(o.state) && !o.own)
        .map((o) => ({ o, whom: toCall(o, reachedOn(roster, o.unit, 'liaison', today)) }));
      const text = renderDigest(
        rules.plan,
        {
          sender: senderOf(rules.plan),
          period: round.period,
          nominalDue: round.due.nominal,
          compileOn: round.compileOn,
          asOf: now,
          topic: { kind: 'call-list', units: calls.map(({ whom }) => whom) },
          demonstration: deps.demonstration,
        },
        rules.zone,
      );
      await addDigest(tx, rules, round, 'call-list', text, now);
      await addTasks(
        tx,
        ...calls.map(({ o, whom }) =>
          callTask(o, now, callTodayText(rules.plan, whom, deps.demonstration)),
        ),
      );
      await markCallList(tx, id, now);
    });
    return roundLook(deps, id, now);
  },
});

const toCall = (o: Obligation, liaison: Reached | null): ToCall => ({
  unitName: o.unitName,
  liaison: liaison?.name ?? null,
  phone: liaison?.phone ?? null,
  confirmedAt: o.confirmedAt,
  promisedOn: o.promisedOn,
});

const callTask = (o: Obligation, now: Instant, text: string): Task => ({
  id: `call#${o.id}#due`,
  round: o.round,
  obligation: o.id,
  delivery: null,
  kind: 'call',
  text,
  since: now,
});
