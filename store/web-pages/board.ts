/**
 * The bureau's board as a page: what is counted is read of every unit, and briefly; what takes long only of those that
 * are shown. One snapshot.
 */
import type { Reached } from '../../domain/leave.ts';
import { isOutstanding } from '../../domain/obligation.ts';
import { reachedOn } from '../../domain/recipient.ts';
import { isStale, type Round } from '../../domain/round.ts';
import type { Day, Instant } from '../../domain/time.ts';
import { isUnreachable } from '../../domain/unreachable.ts';
import { type StepAt, signedOf, stepsAround } from '../board-parts.ts';
import { type Compiled, newestCompilation } from '../compilations.ts';
import { type ExtensionRequest, openRequests } from '../extension-requests.ts';
import { type BriefObligation, readObligationsBriefly } from '../obligations.ts';
import { type Db, inTransaction, type Pool } from '../pool.ts';
import { readReachability } from '../reachability.ts';
import { readRound } from '../rounds.ts';
import type { Task, TaskKind } from '../tasks.ts';
import {
  type ContactsMade,
  lastContactTimes,
  onceUndelivered,
  readContactsMade,
} from './contacts-made.ts';

export type BoardUnit = {
  readonly obligation: BriefObligation;
  /** Who is reached today: a stand-in while the liaison is on leave. */
  readonly liaison: Reached | null;
  /** Still owes, and neither liaison nor deputy has an address that works. */
  readonly unreachable: boolean;
  readonly request: ExtensionRequest | null;
  /** Reported, and no signed page has come with the newest version. */
  readonly awaitingScan: boolean;
  readonly endorsed: boolean;
};

export type BoardOverview = {
  readonly round: Round;
  readonly compilation: (Compiled & { readonly stale: boolean }) | null;
  /** In the order of the plan; empty while the round is not open yet. */
  readonly units: readonly BoardUnit[];
  /** The first of each kind, in the order of the units. */
  readonly tasks: readonly Task[];
  readonly taskCounts: ReadonlyMap<TaskKind, number>;
  /** What was last sent to those to whom something did not get through at some time. */
  readonly troubled: ContactsMade;
  /** Only when the order asks for it. */
  readonly lastContactAt: ReadonlyMap<string, Instant>;
};

/** Of the units that are shown. */
export type BoardDetails = {
  readonly made: ContactsMade;
  readonly next: ReadonlyMap<string, StepAt>;
};

type Wanted = {
  readonly today: Day;
  readonly byContact: boolean;
  /** Which obligations are shown. */
  readonly choose: (overview: BoardOverview) => readonly string[];
};

/** Tasks of one kind that a page holds. */
const MOST_TASKS = 54;

/** Throws `not_found` for a round that was never planned. */
export const readBoardPage = (
  pool: Pool,
  round: string,
  { today, byContact, choose }: Wanted,
): Promise<BoardOverview & BoardDetails> =>
  inTransaction(
    pool,
    async (tx) => {
      const overview = await readOverview(tx, round, today, byContact);
      const shown = choose(overview);
      return {
        ...overview,
        made: await readContactsMade(tx, round, shown),
        next: (await stepsAround(tx, round, shown)).next,
      };
    },
    'repeatable read',
  );

async function readOverview(
  tx: Db,
  id: string,
  today: Day,
  byContact: boolean,
): Promise<BoardOverview> {
  const round = await readRound(tx, id);
  const newest = await newestCompilation(tx, id);
  const { tasks, taskCounts } = await readTasks(tx, id);
  return {
    round,
    compilation: newest && { ...newest, stale: isStale(round, newest) },
    units: await readUnits(tx, round, today),
    tasks,
    taskCounts,
    troubled: await readContactsMade(tx, id, await onceUndelivered(tx, id)),
    lastContactAt: byContact ? await lastContactTimes(tx, id) : new Map(),
  };
}

async function readUnits(tx: Db, round: Round, today: Day): Promise<BoardUnit[]> {
  const reachability = await readReachability(tx, round.plan);
  const { roster } = reachability;
  const requests = await openRequests(tx, round.id);
  const signed = await signedOf(tx, round.id);
  return (await readObligationsBriefly(tx, round.id)).map((obligation) => {
    const { id, unit, own, state } = obligation;
    const isReported = state === 'submitted' || state === 'accepted';
    return {
      obligation,
      liaison: reachedOn(roster, unit, 'liaison', today),
      unreachable: !own && isOutstanding(state) && isUnreachable(reachability, unit, today),
      request: requests.get(id) ?? null,
      awaitingScan: isReported && !own && !signed.scanned.has(id),
      endorsed: signed.endorsed.has(id),
    };
  });
}

type TaskRow = Task & { readonly total: number };

async function readTasks(
  db: Db,
  round: string,
): Promise<Pick<BoardOverview, 'tasks' | 'taskCounts'>> {
  const { rows } = await db.query<TaskRow>(
    `select id, round, obligation, delivery, kind, text, since, total from (
       select t.*, count(*) over (partition by t.kind)::int as total,
              row_number() over (partition by t.kind order by o.ordinal nulls first, t.since, t.id) as place
         from task t left join obligation o on o.id = t.obligation
        where t.round = $1 and t.done_at is null) ordered
      where place <= ${MOST_TASKS} order by place`,
    [round],
  );
  return {
    tasks: rows,
    taskCounts: new Map(rows.map(({ kind, total }) => [kind, total])),
  };
}
