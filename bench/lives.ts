/** Two obligations from the opening of their round to its sign-off, on the real workflows in virtual time. */
import { obligationId, roundId } from '../domain/obligation/obligation.ts';
import { type Instant, instant } from '../domain/time/time.ts';
import { runYear } from '../rehearsal/run.ts';
import type { RehearsalEvent } from '../rehearsal/script/events.ts';
import type { Db } from '../store/db/transaction.ts';
import { smallPlan } from '../test/support/people/contacts.ts';
import { createTestWorld } from '../test/support/world/world.ts';
import { workflowBundle } from '../worker/workflow-bundle.ts';
import type { Job } from './floor.ts';
import { type Counted, countHistory } from './history.ts';

export type Life = { readonly who: string; readonly job: Job; readonly history: Counted };

const at = (text: string): Instant => instant(Date.parse(`${text}:00+08:00`));
const PERIOD = '2018H1';
const ON_TIME = 'guzhen';
const NEVER = 'xiaolan';

/** One reports between the notice and the first reminder; the round is signed off after the third 督办 of the other. */
const EVENTS: readonly RehearsalEvent[] = [
  { do: 'submit', at: at('2018-07-05T16:00'), period: PERIOD, unit: ON_TIME, nil: false },
  { do: 'sign off', at: at('2018-08-06T15:00'), period: PERIOD },
];

export async function livesOf(): Promise<Life[]> {
  const plan = smallPlan(ON_TIME, NEVER);
  const start = at('2018-06-21T09:00');
  const world = await createTestWorld({ plan, start, bundle: await workflowBundle() });
  try {
    const stage = { pool: world.pool, plan: plan.id, breakChannel: () => {} };
    const { refused } = await runYear({ stage, world, year: 2018, events: EVENTS, until: null });
    if (refused.length > 0) throw new Error(refused.join('\n'));
    const life = async (who: string, unit: string): Promise<Life> => {
      const id = obligationId(roundId(plan.id, PERIOD), unit);
      const handle = world.env.client.workflow.getHandle(id);
      return { who, job: await jobOf(world.pool, id), history: await countHistory(handle) };
    };
    return [
      await life('reports after its notice', ON_TIME),
      await life('never reports (three 督办)', NEVER),
    ];
  } finally {
    await world.close();
  }
}

/**
 * From the record: what was delivered or prepared, by step. The round opens with its notice; a step that answers a
 * command (a receipt) was woken by it.
 */
async function jobOf(db: Db, obligation: string): Promise<Job> {
  const { rows } = await db.query<{ wokenBy: 'opening' | 'news' | 'timer'; deliveries: number }>(
    `select case when kind = 'notice' then 'opening'
                 when kind in ('receipt', 'returned', 'extended', 'extension-refused') then 'news'
                 else 'timer' end as "wokenBy",
            count(*) as deliveries
       from delivery where obligation = $1 and state in ('sent', 'delivered', 'held', 'cancelled')
      group by cycle, step, kind order by min(at)`,
    [obligation],
  );
  const of = (wokenBy: string) =>
    rows.filter((row) => row.wokenBy === wokenBy).map((row) => row.deliveries);
  return { opening: of('opening')[0] ?? 0, steps: of('timer'), news: of('news'), ended: true };
}
