/**
 * The bureau's board as a page: what is counted is read of every unit, and briefly; what takes long only of those that
 * are shown. One snapshot.
 */
import type { Reached } from '../../domain/people/leave.ts';
import { reachedOn } from '../../domain/people/recipient.ts';
import { isStale, type Round } from '../../domain/round/round.ts';
import type { Day, Instant } from '../../domain/time/time.ts';
import { type StepAt, signedOf, stepsAround } from '../board-parts.ts';
import { type Db, inTransaction, type Pool } from '../db/transaction.ts';
import { readUnreachable } from '../reachability.ts';
import type { Task, TaskKind } from '../write/tasks.ts';
import { type Compiled, newestCompilation } from './compilations.ts';
import { readLiaisons } from './contacts.ts';
import { type ExtensionRequest, openRequests } from './extension-requests.ts';
import {
  type ContactsMade,
  lastContactTimes,
  onceUndelivered,
  readContactsMade,
} from './last-contact.ts';
import { type BriefObligation, readObligationsBriefly } from './obligations.ts';
import { readRound } from './rounds.ts';

export type BoardUnit = {
  readonly obligation: BriefObligation;
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
  /** Of all units only when something is searched for. */
  readonly liaisons: Liaisons;
};

/** By unit, who is reached today: a stand-in while the liaison is on leave. */
type Liaisons = ReadonlyMap<string, Reached>;

/** Of the units that are shown. */
export type BoardDetails = {
  readonly made: ContactsMade;
  readonly next: ReadonlyMap<string, StepAt>;
  readonly liaisons: Liaisons;
};

type Wanted<View> = Asked & {
  /** The rows that are shown, and whatever else was found out in choosing them. */
  readonly choose: (overview: BoardOverview) => View;
};

type Asked = {
  readonly today: Day;
  readonly byContact: boolean;
  /** The names of liaisons are searched. */
  readonly byName: boolean;
};

/** Tasks of one kind that a page holds. */
const MOST_TASKS = 54;

/** Throws `not_found` for a round that was never planned. */
export const readBoardPage = <View extends { readonly units: readonly BoardUnit[] }>(
  pool: Pool,
  round: string,
  { choose, ...asked }: Wanted<View>,
): Promise<{ readonly board: BoardOverview & BoardDetails; readonly view: View }> =>
  inTransaction(
    pool,
    async (tx) => {
      const overview = await readOverview(tx, round, asked);
      const view = choose(overview);
      const ids = view.units.map(({ obligation }) => obligation.id);
      const units = view.units.map(({ obligation }) => obligation.unit);
      const details: BoardDetails = {
        made: await readContactsMade(tx, round, ids),
        next: (await stepsAround(tx, round, ids)).next,
        liaisons: await readLiaisonsOf(tx, overview.round.plan, units, asked.today),
      };
      return { board: { ...overview, ...details }, view };
    },
    'repeatable read',
  );

async function readOverview(
  tx: Db,
  id: string,
  { today, byContact, byName }: Asked,
): Promise<BoardOverview> {
  const round = await readRound(tx, id);
  const newest = await newestCompilation(tx, id);
  const { tasks, taskCounts } = await readTasks(tx, id);
  const units = await readUnits(tx, round, today);
  const all = units.map(({ obligation: { unit } }) => unit);
  return {
    round,
    compilation: newest && { ...newest, stale: isStale(round, newest) },
    units,
    tasks,
    taskCounts,
    troubled: await readContactsMade(tx, id, await onceUndelivered(tx, id)),
    lastContactAt: byContact ? await lastContactTimes(tx, id) : new Map(),
    liaisons: byName ? await readLiaisonsOf(tx, round.plan, all, today) : new Map(),
  };
}

async function readLiaisonsOf(
  tx: Db,
  plan: string,
  units: readonly string[],
  today: Day,
): Promise<Liaisons> {
  const roster = await readLiaisons(tx, plan, units);
  return new Map(
    units.flatMap((unit) => {
      const liaison = reachedOn(roster, unit, 'liaison', today);
      return liaison ? [[unit, liaison] as const] : [];
    }),
  );
}

async function readUnits(tx: Db, round: Round, today: Day): Promise<BoardUnit[]> {
  const unreachable = await readUnreachable(tx, round, today);
  const requests = await openRequests(tx, round.id);
  const signed = await signedOf(tx, round.id);
  return (await readObligationsBriefly(tx, round.id)).map((obligation) => {
    const { id, unit, own, state } = obligation;
    const isReported = state === 'submitted' || state === 'accepted';
    return {
      obligation,
      unreachable: unreachable.has(unit),
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
