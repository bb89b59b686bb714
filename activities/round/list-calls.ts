/** The list of units to call on the due day: a mail to the bureau and a task for each unit. */

import { isOutstanding, type Obligation } from '../../domain/obligation/obligation.ts';
import type { Reached } from '../../domain/people/leave.ts';
import { reachedOn } from '../../domain/people/recipient.ts';
import { senderOf } from '../../domain/texts/about.ts';
import type { ToCall } from '../../domain/texts/facts.ts';
import { renderDigest } from '../../domain/texts/messages/digests.ts';
import { callTodayText } from '../../domain/texts/messages/tasks.ts';
import { toPlan } from '../../domain/time/plan-time.ts';
import type { Instant } from '../../domain/time/time.ts';
import { lockRound } from '../../store/db/locks.ts';
import { inTransaction } from '../../store/db/transaction.ts';
import { readContacts, readLeaves } from '../../store/read/contacts.ts';
import { readObligations } from '../../store/read/obligations.ts';
import { readRules } from '../../store/read/plans.ts';
import { readRound } from '../../store/read/rounds.ts';
import type { Task } from '../../store/read/tasks.ts';
import { markCallList } from '../../store/write/rounds.ts';
import { addTasks } from '../../store/write/tasks.ts';
import type { Deps } from '../deps.ts';
import { addDigest } from './digest.ts';
import { type LookDeps, type RoundLook, roundLook } from './look-at-round.ts';

export const createListCalls = (deps: LookDeps & Pick<Deps, 'demonstration'>) => ({
  async listCalls({ round: id, asOf }: { round: string; asOf: number }): Promise<RoundLook> {
    const now = toPlan(asOf, deps.offset);
    await inTransaction(deps.pool, async (tx) => {
      await lockRound(tx, id, 'alone');
      const round = await readRound(tx, id);
      // The due date may have been moved since the look.
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
