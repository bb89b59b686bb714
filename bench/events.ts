/** History events and bytes of an obligation beside the floor counted from its job, part by part. */

import type { WorkflowHandle } from '@temporalio/client';
import { obligationId, roundId } from '../domain/obligation/obligation.ts';
import { type Instant, instant } from '../domain/time/time.ts';
import { shippedCalendar } from '../gateways/calendar/holidays.ts';
import type { RehearsalEvent } from '../rehearsal/script/events.ts';
import { runYear } from '../rehearsal/script/run.ts';
import { smallPlan } from '../rehearsal/shipped-plan.ts';
import { recorder } from '../rehearsal/world/recorder.ts';
import { createThrowaway } from '../rehearsal/world/throwaway-database.ts';
import { createWorld } from '../rehearsal/world/world.ts';
import type { Db } from '../store/db/pool.ts';
import { importPlan } from '../store/write/import-plan.ts';
import { workflowBundle } from '../worker/workflow-bundle.ts';
import type { Figure, Measured } from './figure.ts';
import { floorOf, type Job, type Parts, sum } from './floor.ts';
import { type Options, settingOf } from './options.ts';

const PARTS = ['start', 'waits', 'signals', 'activities', 'tasks'] as const;

const WHY: Readonly<Record<(typeof PARTS)[number], string>> = {
  start: 'nothing: the workflow starts and ends once',
  waits:
    'waits that end with nothing to do: the weekly look of an obligation that has nothing planned',
  signals: 'signals that brought no news',
  activities: 'planSteps: a look at the record that nobody else had made, as after each idle wait',
  tasks:
    'a task after each planSteps, and one for each delivery that ends apart from the others of its step',
};

export async function measureEvents({ runs }: Options): Promise<Measured> {
  const lives: Life[][] = [];
  for (let run = 0; run < runs; run += 1) lives.push(await livesOf());
  const last = lives.at(-1) ?? [];
  return {
    figures: last.flatMap((life, index) =>
      figuresOf(
        life.who,
        lives.flatMap((run) => run[index] ?? []),
      ),
    ),
    notes: last.flatMap(notesOf),
  };
}

function figuresOf(who: string, lives: readonly Life[]): Figure[] {
  const of = (what: string, unit: Figure['unit'], value: (life: Life) => number): Figure => ({
    what: `a unit that ${who}${what}`,
    unit,
    size: null,
    runs: lives.map(value),
    goal: unit === 'ratio' ? { atMost: 1.15 } : null,
  });
  return [
    of('', 'events', ({ history }) => history.events),
    of(': the floor', 'events', ({ job }) => sum(floorOf(job))),
    of(': times the floor', 'ratio', ({ job, history }) => history.events / sum(floorOf(job))),
    of('', 'bytes', ({ history }) => history.bytes),
  ];
}

function notesOf({ who, job, history }: Life): string[] {
  const floor: Parts = floorOf(job);
  const line = (part: (typeof PARTS)[number]) => {
    const above = history[part] - floor[part];
    const reason = above === 0 ? '' : ` — ${WHY[part]}`;
    return `  ${part}: ${history[part]}, floor ${floor[part]}, above it ${above}${reason}`;
  };
  const calls = Object.entries(history.calls).map(([name, times]) => `${name} × ${times}`);
  return [
    `History of a unit that ${who}: ${jobText(job)}`,
    ...PARTS.map(line),
    `  others: ${history.others}`,
    `  activities called: ${calls.join(', ')}`,
  ];
}

function jobText({ opening, steps, news }: Job): string {
  const timed =
    steps.length === 0 ? 'no timed step' : `timed steps with ${steps.join(', ')} deliveries`;
  const told = news.length === 0 ? 'no report' : `a report, answered by ${news.join(', ')}`;
  return `notice with ${opening} deliveries, ${timed}, ${told}`;
}

/** An obligation from the opening of its round to the sign-off, on the real workflows in virtual time. */
type Life = { readonly who: string; readonly job: Job; readonly history: Counted };

const at = (text: string): Instant => instant(Date.parse(`${text}:00+08:00`));
const PERIOD = '2018H1';
const ON_TIME = 'guzhen';
const NEVER = 'xiaolan';

/**
 * One unit reports between the notice and the first reminder; the round is signed off after the third 督办 of the other.
 */
const EVENTS: readonly RehearsalEvent[] = [
  { do: 'submit', at: at('2018-07-05T16:00'), period: PERIOD, unit: ON_TIME, nil: false },
  { do: 'sign off', at: at('2018-08-06T15:00'), period: PERIOD },
];

async function livesOf(): Promise<Life[]> {
  const plan = smallPlan(ON_TIME, NEVER);
  const start = at('2018-06-21T09:00');
  const database = await createThrowaway(settingOf('DATABASE_ADMIN_URL'));
  const { pool } = database;
  await importPlan(pool, plan, shippedCalendar(), start);
  const { mail, sms, robot } = recorder();
  const world = await createWorld({
    pool,
    mail,
    sms,
    robot,
    start,
    demonstration: false,
    testServerPath: settingOf('TEMPORAL_TEST_SERVER_PATH'),
    workflowBundle: { codePath: await workflowBundle() },
  });
  try {
    const stage = { pool, plan: plan.id, breakChannel: () => {} };
    const { refused } = await runYear({ stage, world, year: 2018, events: EVENTS, until: null });
    if (refused.length > 0) throw new Error(refused.join('\n'));
    const life = async (who: string, unit: string): Promise<Life> => {
      const id = obligationId(roundId(plan.id, PERIOD), unit);
      const handle = world.env.client.workflow.getHandle(id);
      return { who, job: await jobOf(pool, id), history: await countHistory(handle) };
    };
    return [
      await life('reports after its notice', ON_TIME),
      await life('never reports (three 督办)', NEVER),
    ];
  } finally {
    await world.close();
    await database.drop();
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

/** The parts of a history, the same as those of the floor. */
type Counted = Parts & {
  readonly events: number;
  /** Events of kinds that the floor does not know, such as markers. */
  readonly others: number;
  readonly bytes: number;
  /** How often each activity was called. */
  readonly calls: Readonly<Record<string, number>>;
};

type Event = Awaited<ReturnType<WorkflowHandle['fetchHistory']>>['events'];

async function countHistory(handle: WorkflowHandle): Promise<Counted> {
  const history = await handle.fetchHistory();
  const events = history.events ?? [];
  const count = (prefix: string) =>
    events.filter((event) => kindOf(event).startsWith(prefix)).length;
  const parts: Parts = {
    start: count('workflowExecutionStarted') + count('workflowExecutionCompleted'),
    waits: count('timer'),
    signals: count('workflowExecutionSignaled'),
    activities: count('activityTask'),
    tasks: count('workflowTask'),
  };
  return {
    ...parts,
    events: events.length,
    others: events.length - sum(parts),
    bytes: bytesOf(history),
    calls: callsOf(events),
  };
}

/** The kind is in the name of the event's only field of attributes: `timerFired`. */
function kindOf(event: NonNullable<Event>[number]): string {
  const field = Object.keys(event).find((name) => name.endsWith('EventAttributes'));
  return field?.slice(0, -'EventAttributes'.length) ?? '';
}

function callsOf(events: NonNullable<Event>): Record<string, number> {
  const calls: Record<string, number> = {};
  for (const event of events) {
    const name = event.activityTaskScheduledEventAttributes?.activityType?.name;
    if (name) calls[name] = (calls[name] ?? 0) + 1;
  }
  return calls;
}

type Encodable = { encode(message: unknown): { finish(): Uint8Array } };

/** The size as sent and stored. The test server does not tell it, so the message itself is encoded. */
const bytesOf = (history: object): number =>
  (history.constructor as unknown as Encodable).encode(history).finish().byteLength;
