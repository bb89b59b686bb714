/**
 * The board of a round, for the page and the command line. Every unit is read briefly; contacts, liaisons and steps are
 * read only for the units that are shown: the page of a round with 5,000 units shows a hundred of them.
 */

import type { Reached } from '../../domain/people/leave.ts';
import { reachedOn } from '../../domain/people/recipient.ts';
import { type MessageKind, STEP_KINDS } from '../../domain/plan/message-kinds.ts';
import { isStale, type Round } from '../../domain/round/round.ts';
import type { Day, Instant } from '../../domain/time/time.ts';
import { type Db, type Pool, sqlList } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import { type Compiled, newestCompilation } from './compilations.ts';
import { readLiaisons, readUnreachable } from './contacts.ts';
import { type ExtensionRequest, openRequests } from './extension-requests.ts';
import { type ContactsMade, onceUndelivered, readContactsMade } from './last-contact.ts';
import { type BriefObligation, readObligationsBriefly } from './obligations.ts';
import { readRound } from './rounds.ts';
import type { Task, TaskKind } from './tasks.ts';

export type BoardUnit = {
  readonly obligation: BriefObligation;
  /** Still owes, and neither liaison nor deputy has an address that works. */
  readonly unreachable: boolean;
  /** The unit's request for a later date that nobody has answered. */
  readonly request: ExtensionRequest | null;
  /** Reported, and no signed page has come with the newest version. */
  readonly awaitingScan: boolean;
  /** A leader of the unit has endorsed the newest version. */
  readonly endorsed: boolean;
};

/** Read for every unit: enough to count, filter and sort. */
export type BoardOverview = {
  readonly round: Round;
  readonly compilation: (Compiled & { readonly stale: boolean }) | null;
  /** In the order of the plan: departments, then towns. Empty while the round is not open yet. */
  readonly units: readonly BoardUnit[];
  /** The first tasks of each kind, in the order of the units. */
  readonly tasks: readonly Task[];
  /** All open tasks of the round. */
  readonly taskCounts: ReadonlyMap<TaskKind, number>;
  /** For units with a failed message, or for all units (`byContact`). */
  readonly made: ContactsMade;
  /** Empty, or for all units (`byName`). */
  readonly liaisons: Liaisons;
};

/** By unit code, the person reached today: a stand-in while the liaison is on leave. */
type Liaisons = ReadonlyMap<string, Reached>;

/** The overview, and for the units that are shown their contacts made, liaisons and steps. */
export type Board = BoardOverview & {
  /** The newest ladder step that was performed, by obligation. */
  readonly last: ReadonlyMap<string, StepAt>;
  /** The next ladder step that is planned, by obligation. */
  readonly next: ReadonlyMap<string, StepAt>;
};

type Asked = {
  readonly today: Day;
  /** `choose` needs the last contact of every unit. */
  readonly byContact?: boolean;
  /** `choose` needs the liaison of every unit. */
  readonly byName?: boolean;
};

type Wanted<View> = Asked & {
  /** Selects the units to show. The rest of what it returns is passed on to the caller. */
  readonly choose: (overview: BoardOverview) => View;
};

/** Open tasks of one kind that are read; `taskCounts` counts all. */
const MOST_TASKS = 54;

/** One snapshot. Throws `not_found` for a round that was never planned. */
export const readBoard = <View extends { readonly units: readonly BoardUnit[] }>(
  pool: Pool,
  round: string,
  { choose, ...asked }: Wanted<View>,
): Promise<{ readonly board: Board; readonly view: View }> =>
  inTransaction(
    pool,
    async (tx) => {
      const overview = await readOverview(tx, round, asked);
      const view = choose(overview);
      const shown = view.units.map(({ obligation }) => obligation.id);
      const units = view.units.map(({ obligation }) => obligation.unit);
      const board: Board = {
        ...overview,
        ...(await stepsAround(tx, shown)),
        made: asked.byContact
          ? overview.made
          : joined(overview.made, await readContactsMade(tx, round, shown)),
        liaisons: await readLiaisonsOf(tx, overview.round.plan, units, asked.today),
      };
      return { board, view };
    },
    'repeatable read',
  );

/** The same with every unit shown. */
export async function readWholeBoard(pool: Pool, round: string, today: Day): Promise<Board> {
  const { board } = await readBoard(pool, round, { today, choose: ({ units }) => ({ units }) });
  return board;
}

const joined = (a: ContactsMade, b: ContactsMade): ContactsMade => ({
  messages: new Map([...a.messages, ...b.messages]),
  calls: new Map([...a.calls, ...b.calls]),
});

async function readOverview(
  tx: Db,
  id: string,
  { today, byContact = false, byName = false }: Asked,
): Promise<BoardOverview> {
  const round = await readRound(tx, id);
  const newest = await newestCompilation(tx, id);
  const { tasks, taskCounts } = await readTasks(tx, id);
  const units = await readUnits(tx, round, today);
  const ids = byContact
    ? units.map(({ obligation }) => obligation.id)
    : await onceUndelivered(tx, id);
  const all = units.map(({ obligation: { unit } }) => unit);
  return {
    round,
    compilation: newest && { ...newest, stale: isStale(round, newest) },
    units,
    tasks,
    taskCounts,
    made: await readContactsMade(tx, id, ids),
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

export type StepAt = {
  readonly step: string;
  readonly kind: MessageKind;
  /** The planned moment. */
  readonly at: Instant;
};

const LADDER = sqlList(STEP_KINDS);

type StepRow = StepAt & { readonly obligation: string; readonly planned: boolean };

/** Ladder steps just behind and just ahead. */
async function stepsAround(
  db: Db,
  obligations: readonly string[],
): Promise<Pick<Board, 'last' | 'next'>> {
  const { rows } = await db.query<StepRow>(
    `(select distinct on (obligation) obligation, key as step, kind, at, false as planned
        from step
       where obligation = any($1) and state = 'performed' and kind in ${LADDER}
       order by obligation, at desc, settled_at desc)
     union all
     (select distinct on (obligation) obligation, key, kind, at, true
        from step
       where obligation = any($1) and state = 'planned' and kind in ${LADDER}
       order by obligation, at)`,
    [obligations],
  );
  const byObligation = (planned: boolean) =>
    new Map(
      rows
        .filter((row) => row.planned === planned)
        .map(({ obligation, step, kind, at }) => [obligation, { step, kind, at }]),
    );
  return { last: byObligation(false), next: byObligation(true) };
}

/**
 * Obligations whose newest version has a signed page, and those whose newest version a leader has endorsed. A signed
 * page of an earlier version counts when the newest version names it again.
 */
async function signedOf(
  db: Db,
  round: string,
): Promise<{ scanned: Set<string>; endorsed: Set<string> }> {
  const { rows } = await db.query<{ id: string; scanned: boolean; endorsed: boolean }>(
    `select o.id,
            exists (select 1 from attachment a
                     where a.obligation = o.id and a.purpose = 'scan' and a.removed_at is null
                       and (a.version = o.version or (a.version < o.version and exists (
                            select 1 from submission s join command c on c.id = s.command
                             where s.obligation = o.id and s.version = o.version
                               and c.content->'attachments' @> jsonb_build_array(jsonb_build_object('id', a.id))))))
              as scanned,
            exists (select 1 from endorsement e where e.obligation = o.id and e.version = o.version) as endorsed
       from obligation o where o.round = $1 and o.version > 0`,
    [round],
  );
  const those = (which: 'scanned' | 'endorsed') =>
    new Set(rows.filter((row) => row[which]).map(({ id }) => id));
  return { scanned: those('scanned'), endorsed: those('endorsed') };
}
