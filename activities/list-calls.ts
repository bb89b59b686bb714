/** On the due day the bureau gets the list of units to call. */
import { senderOf } from '../domain/about.ts';
import { isOutstanding } from '../domain/obligation.ts';
import { toPlan } from '../domain/plan-time.ts';
import { renderDigest } from '../domain/texts/index.ts';
import { lockRound } from '../store/locks.ts';
import { readObligations } from '../store/obligations.ts';
import { readContacts } from '../store/plans.ts';
import { inTransaction } from '../store/pool.ts';
import { markCallList, readRound } from '../store/rounds.ts';
import { readRules } from '../store/rules.ts';
import { addTask } from '../store/tasks.ts';
import type { Deps } from './deps.ts';
import { addDigest } from './digest.ts';

export const createListCalls = (deps: Pick<Deps, 'pool' | 'offset' | 'demonstration'>) => ({
  async listCalls({ round: id, asOf }: { round: string; asOf: number }): Promise<void> {
    const now = toPlan(asOf, deps.offset);
    await inTransaction(deps.pool, async (tx) => {
      await lockRound(tx, id, 'alone');
      const round = await readRound(tx, id);
      if (round.callListDoneAt !== null || round.phase !== 'open') return;
      const rules = await readRules(tx, round.plan);
      const contacts = await readContacts(tx, round.plan);
      const missing = (await readObligations(tx, id)).filter(
        (o) => isOutstanding(o.state) && !o.own,
      );
      const units = missing.map((o) => {
        const liaison = contacts.find((c) => c.unit === o.unit && c.role === 'liaison');
        return {
          unitName: o.unitName,
          liaison: liaison?.name ?? null,
          phone: liaison?.phone ?? null,
          confirmedAt: o.confirmedAt,
          promisedOn: o.promisedOn,
        };
      });
      const text = renderDigest(
        {
          sender: senderOf(rules.plan),
          period: round.period,
          nominalDue: round.due.nominal,
          compileOn: round.compileOn,
          asOf: now,
          topic: { kind: 'call-list', units },
          demonstration: deps.demonstration,
        },
        rules.zone,
      );
      await addDigest(tx, rules, round, 'call-list', text, now);
      for (const [index, o] of missing.entries()) {
        const unit = units[index];
        const phone = unit?.phone ?? '电话未登记';
        await addTask(tx, {
          id: `call#${o.id}#due`,
          round: id,
          obligation: o.id,
          delivery: null,
          kind: 'call',
          text: `致电${o.unitName}（${unit?.liaison ?? '联系人未登记'}，${phone}）：截止日尚未报送。`,
          since: now,
        });
      }
      await markCallList(tx, id, now);
    });
  },
});
