/**
 * The board of a round. The page reads briefly what it counts, of every unit, and in full only what it shows;
 * the command line reads all. One snapshot each.
 */

import type { Obligation } from '../../domain/obligation/obligation.ts';
import type { Reached } from '../../domain/people/leave.ts';
import { reachedOn } from '../../domain/people/recipient.ts';
import type { MessageKind } from '../../domain/plan/message-kinds.ts';
import { type Counts, countsOf } from '../../domain/round/counts.ts';
import { isStale, type Round } from '../../domain/round/round.ts';
import type { Day, Instant } from '../../domain/time/time.ts';
import type { Db, Pool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import { type Compiled, newestCompilation } from './compilations.ts';
import { readLiaisons, readUnreachable } from './contacts.ts';
import { type ExtensionRequest, openRequests } from './extension-requests.ts';
import {
  type ContactsMade,
  type LastContact,
  lastContacts,
  lastContactTimes,
  onceUndelivered,
  readContactsMade,
} from './last-contact.ts';
import { type BriefObligation, readObligations, readObligationsBriefly } from './obligations.ts';
import { readRules } from './plans.ts';
import { readRound } from './rounds.ts';
import { openTasks, type Task, type TaskKind } from './tasks.ts';

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

export type BoardRow = {
  readonly obligation: Obligation;
  /** The newest step carried out, and the next one planned, of the six kinds. */
  readonly lastStep: StepAt | null;
  readonly nextStep: StepAt | null;
  /** Who is reached today: a stand-in while the liaison is on leave. */
  readonly liaison: Reached | null;
  /** Still owes, and neither liaison nor deputy has an address that works. */
  readonly unreachable: boolean;
  /** The newest message to the unit, of whatever kind, and whether it got through. */
  readonly lastContact: LastContact | null;
  /** The unit's wish for a later date that nobody has answered. */
  readonly request: ExtensionRequest | null;
  /** Reported, and no signed page has come with the newest version. */
  readonly awaitingScan: boolean;
  /** A leader of the unit has endorsed the newest version. */
  readonly endorsed: boolean;
};

export type Board = {
  readonly round: Round;
  readonly asOf: Instant;
  readonly counts: Counts;
  readonly compilation: (Compiled & { readonly stale: boolean }) | null;
  /** In the order of the plan: departments, then towns. Empty while the round is not open yet. */
  readonly rows: readonly BoardRow[];
  /** What an officer has to do, oldest first. */
  readonly tasks: readonly Task[];
};

/** Throws `not_found` for a round that was never planned. */
export const readBoard = (pool: Pool, round: string, asOf: Instant): Promise<Board> =>
  inTransaction(
    pool,
    async (tx) => {
      const found = await readRound(tx, round);
      const obligations = await readObligations(tx, round);
      const steps = await stepsAround(tx, round);
      const roster = await readLiaisons(tx, found.plan);
      const today = (await readRules(tx, found.plan)).zone.dayOf(asOf);
      const unreachable = await readUnreachable(tx, found, today);
      const last = await lastContacts(tx, round);
      const requests = await openRequests(tx, round);
      const signed = await signedOf(tx, round);
      const newest = await newestCompilation(tx, round);
      return {
        round: found,
        asOf,
        counts: countsOf(obligations, asOf),
        compilation: newest && { ...newest, stale: isStale(found, newest) },
        rows: obligations.map((obligation) => ({
          obligation,
          lastStep: steps.last.get(obligation.id) ?? null,
          nextStep: steps.next.get(obligation.id) ?? null,
          liaison: reachedOn(roster, obligation.unit, 'liaison', today),
          unreachable: unreachable.has(obligation.unit),
          lastContact: last.get(obligation.id) ?? null,
          request: requests.get(obligation.id) ?? null,
          awaitingScan: isReported(obligation) && !signed.scanned.has(obligation.id),
          endorsed: signed.endorsed.has(obligation.id),
        })),
        tasks: await openTasks(tx, found.plan, found.period),
      };
    },
    'repeatable read',
  );

const isReported = ({ state, own }: Obligation): boolean =>
  !own && (state === 'submitted' || state === 'accepted');

export type StepAt = {
  readonly step: string;
  readonly kind: MessageKind;
  /** The planned moment. */
  readonly at: Instant;
};

const LADDER = `('notice', 'reminder', 'due', 'chase', 'press', 'supervise')`;

type StepRow = StepAt & { readonly obligation: string; readonly planned: boolean };

/** @param only of these obligations; all of the round when left out */
async function stepsAround(
  db: Db,
  round: string,
  only: readonly string[] | null = null,
): Promise<{ last: Map<string, StepAt>; next: Map<string, StepAt> }> {
  const { rows } = await db.query<StepRow>(
    `(select distinct on (obligation) obligation, key as step, kind, at, false as planned
        from step
       where obligation in (select id from obligation where round = $1) and state = 'performed' and kind in ${LADDER}
         and ($2::text[] is null or obligation = any($2))
       order by obligation, at desc, settled_at desc)
     union all
     (select distinct on (obligation) obligation, key, kind, at, true
        from step
       where obligation in (select id from obligation where round = $1) and state = 'planned' and kind in ${LADDER}
         and ($2::text[] is null or obligation = any($2))
       order by obligation, at)`,
    [round, only],
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
 * Whose newest version has a signed page (one that came before counts when that version names it again), and whose
 * newest version a leader has endorsed.
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
