/** What the bureau is told day by day: the days already decided, and the content of a morning digest. */

import { STEP_KINDS, type StepKind } from '../../domain/plan/message-kinds.ts';
import type { Deed, MorningTopic, NewsKind, WaitingKind } from '../../domain/round/morning.ts';
import type { Day, Instant } from '../../domain/time/time.ts';
import { at, type Db, sqlList } from '../db/pool.ts';

/** `morningSeq`: the newest entry of the round's trail that a digest has covered. */
export type BureauDays = {
  readonly morningDoneOn: Day | null;
  readonly morningSeq: number;
  readonly groupTextOn: Day | null;
};

/** Columns of `BureauDays`, from `round`. */
export const BUREAU_DAYS = `morning_done_on as "morningDoneOn", morning_seq as "morningSeq", group_text_on as "groupTextOn"`;

export async function readBureauDays(db: Db, round: string): Promise<BureauDays> {
  const { rows } = await db.query<BureauDays>(`select ${BUREAU_DAYS} from round where id = $1`, [
    round,
  ]);
  return rows[0] ?? { morningDoneOn: null, morningSeq: 0, groupTextOn: null };
}

const NEWS_OF: Readonly<Record<string, NewsKind>> = {
  submit: 'reported',
  record: 'reported',
  withdraw: 'withdrawn',
  return: 'returned',
  'ask-extension': 'asked',
  extend: 'extended',
  'withdraw-extension': 'extension-withdrawn',
  waive: 'waived',
  confirm: 'confirmed',
  call: 'called',
};

/**
 * Accepted commands on units after entry `seq`. Call with the round locked: a command that waits for the lock gets a
 * later number, so none is missed.
 */
export async function deedsSince(
  tx: Db,
  round: string,
  seq: number,
): Promise<{ readonly deeds: readonly Deed[]; readonly seq: number }> {
  const { rows } = await tx.query<Omit<Deed, 'kind'> & { kind: string; seq: number }>(
    `select seq, obligation, kind, coalesce((outcome->>'late')::boolean, false) as late,
            coalesce(content->>'until', content->>'promisedOn') as on
       from command
      where subject = $1 and seq > $2 and obligation is not null and (outcome->>'ok')::boolean
        and kind = any($3)
      order by seq`,
    [round, seq, Object.keys(NEWS_OF)],
  );
  const deeds = rows.flatMap(({ kind, obligation, late, on }) => {
    const news = NEWS_OF[kind];
    return news ? [{ kind: news, obligation, late, on }] : [];
  });
  return { deeds, seq: Math.max(seq, ...rows.map((row) => row.seq)) };
}

/** Ladder steps of one day, planned or performed, by kind and moment. */
export async function stepsBetween(
  db: Db,
  round: string,
  from: Instant,
  before: Instant,
): Promise<MorningTopic['today']> {
  const { rows } = await db.query<{ kind: StepKind; at: Instant; units: number }>(
    `select s.kind, s.at, count(distinct s.obligation)::int as units
       from step s join obligation o on o.id = s.obligation
      where o.round = $1 and s.state in ('planned', 'performed') and s.at >= $2 and s.at < $3
        and s.kind in ${sqlList(STEP_KINDS)}
      group by s.kind, s.at order by s.at, s.kind`,
    [round, at(from), at(before)],
  );
  return rows;
}

/** Open tasks by kind, in the order in which an officer should do them. */
export async function countTasks(db: Db, round: string): Promise<MorningTopic['waiting']> {
  const { rows } = await db.query<{ kind: WaitingKind; number: number }>(
    `select kind, count(*)::int as number from task where round = $1 and done_at is null
      group by kind
      order by array_position(array['release', 'call', 'extension', 'resubmission', 'unreachable', 'unknown'], kind)`,
    [round],
  );
  return rows;
}
