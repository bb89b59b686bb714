/** The result of a rehearsal, read from the record: the stable JSON of `rehearse --json` (docs/cli.md). */
import { isLate, yearId } from '../domain/obligation/obligation.ts';
import type { Instant, Zone } from '../domain/time/time.ts';
import type { Db } from '../store/db/pool.ts';
import { readCompilations } from '../store/read/compilations.ts';
import { readObligations } from '../store/read/obligations.ts';
import { roundsOfYear } from '../store/read/rounds.ts';

export type MessageRow = {
  /** ISO 8601 with offset, plan time: the planned moment. */
  readonly at: string;
  readonly sentAt: string | null;
  readonly unit: string;
  readonly step: string;
  readonly kind: string;
  readonly channel: string;
  readonly person: string | null;
  readonly state: string;
  readonly reason: string | null;
};

export type RoundResult = {
  readonly period: string;
  readonly owed: number;
  /** When the newest version was compiled; null when there is none. */
  readonly compiledAt: string | null;
  /** Files of the compiled versions, relative to the rehearsal's folder. */
  readonly documents: readonly string[];
  readonly obligations: readonly {
    readonly unit: string;
    readonly state: string;
    readonly firstReceivedAt: string | null;
    readonly late: boolean;
  }[];
  readonly messages: readonly MessageRow[];
};

export type RehearsalResult = {
  readonly year: number;
  readonly seconds: number;
  readonly rounds: readonly RoundResult[];
  readonly violations: readonly string[];
};

/** `refused`: events of the script that were refused, one sentence each. */
export type Rehearsed = RehearsalResult & { readonly refused: readonly string[] };

export const documentName = (period: string, version: number): string =>
  `${period}-汇总报告-第${version}版.docx`;

export async function readRounds(db: Db, zone: Zone, plan: string, year: number) {
  const rounds: RoundResult[] = [];
  for (const round of await roundsOfYear(db, yearId(plan, year))) {
    const obligations = await readObligations(db, round.id);
    const compilations = await readCompilations(db, round.id);
    const newest = compilations.at(-1);
    rounds.push({
      period: round.period,
      owed: obligations.length,
      compiledAt: newest ? zone.iso(newest.madeAt) : null,
      documents: compilations.map(({ version }) => documentName(round.period, version)),
      obligations: obligations.map((o) => ({
        unit: o.unit,
        state: o.state,
        firstReceivedAt: o.firstReceivedAt === null ? null : zone.iso(o.firstReceivedAt),
        late: isLate(o),
      })),
      messages: await readMessages(db, zone, round.id),
    });
  }
  return rounds;
}

type Row = Omit<MessageRow, 'at' | 'sentAt'> & { at: Instant; sentAt: Instant | null };

/**
 * Every delivery of the round, and one row for each target of every step that was not performed, with the step's state
 * and reason: so every planned message is accounted for.
 */
async function readMessages(db: Db, zone: Zone, round: string): Promise<MessageRow[]> {
  const { rows } = await db.query<Row>(
    `select coalesce(s.first_at, d.at) as at, m.settled_at as "sentAt",
            coalesce(o.unit, '') as unit, d.step, d.kind, d.channel, d.person, d.state, d.reason
       from delivery d
       left join obligation o on o.id = d.obligation
       left join step s on s.obligation = d.obligation and s.cycle = d.cycle and s.key = d.step
       left join message m on m.key = d.message and m.state in ('sent', 'delivered')
      where d.round = $1
     union all
     select s.first_at, null, o.unit, s.key, s.kind, c.channel, p.name, s.state, s.reason
       from step s
       join obligation o on o.id = s.obligation
       join round r on r.id = o.round
       cross join lateral jsonb_to_recordset(s.addressing) as a(slot text, channels jsonb)
       cross join lateral jsonb_array_elements_text(a.channels) as c(channel)
       left join contact p on p.plan = r.plan and p.unit = o.unit and p.role = a.slot and p.ordinal = 1
      where o.round = $1 and s.state <> 'performed'
      order by 1, 3, 4, 6`,
    [round],
  );
  return rows.map((row) => ({
    ...row,
    at: zone.iso(row.at),
    sentAt: row.sentAt === null ? null : zone.iso(row.sentAt),
  }));
}
