/** What the database says about a unit, as lines that a test can write out. */
import type { Instant } from '../../../domain/time/time.ts';
import { ROUND } from '../people/cast.ts';
import { show } from '../time/dates.ts';
import { idOf } from './acts.ts';
import type { TestWorld } from './world.ts';

type Row = Readonly<Record<'step' | 'slot' | 'channel' | 'state', string>> & {
  readonly sentAt: Instant | null;
};

const deliveriesOf = async (world: TestWorld, unit: string): Promise<Row[]> => {
  const { rows } = await world.pool.query<Row>(
    `select d.step, d.slot, d.channel, d.state, m.settled_at as "sentAt"
       from delivery d left join message m on m.key = d.message
      where d.obligation = $1 order by date_trunc('minute', coalesce(m.settled_at, d.settled_at, d.at)), d.cycle, d.step, d.key`,
    [idOf(unit)],
  );
  return rows;
};

/** Every mail and SMS that was sent, as `chase-1 2018-07-17 10:30 liaison sms`. */
export async function sent(world: TestWorld, unit: string): Promise<string[]> {
  const rows = (await deliveriesOf(world, unit)).filter(
    ({ state }) => state === 'sent' || state === 'delivered',
  );
  return rows.flatMap(({ step, slot, channel, sentAt }) =>
    sentAt === null ? [] : [`${step} ${show(sentAt)} ${slot} ${channel}`],
  );
}

/** The steps that have sent something, in order, each once. */
export async function told(world: TestWorld, unit: string): Promise<string[]> {
  return [...new Set((await sent(world, unit)).map((line) => line.split(' ')[0] ?? ''))];
}

/** The deliveries of one step, as `liaison sms unknown`. */
export async function outcomes(world: TestWorld, unit: string, step: string): Promise<string[]> {
  const rows = (await deliveriesOf(world, unit)).filter((row) => row.step === step);
  return rows.map(({ slot, channel, state }) => `${slot} ${channel} ${state}`).sort();
}

/** The reason, or else the state, of each step: `chase-1`: `已报，取消`; `2:chase-1` in the second cycle. */
export async function steps(world: TestWorld, unit: string): Promise<Record<string, string>> {
  const { rows } = await world.pool.query<{ key: string; became: string }>(
    `select case cycle when 1 then key else cycle || ':' || key end as key,
            case when state = 'performed' then state else coalesce(reason, state) end as became
       from step where obligation = $1 order by cycle, at, key`,
    [idOf(unit)],
  );
  return Object.fromEntries(rows.map(({ key, became }) => [key, became]));
}

/** The planned steps, as `chase-1 2018-07-17 10:30`. */
export async function planned(world: TestWorld, unit: string): Promise<string[]> {
  const { rows } = await world.pool.query<{ key: string; at: Instant }>(
    `select key, at from step where obligation = $1 and state = 'planned' order by at, key`,
    [idOf(unit)],
  );
  return rows.map(({ key, at }) => `${key} ${show(at)}`);
}

/** The kinds of the officer's open tasks about the unit. */
export async function tasks(world: TestWorld, unit: string): Promise<string[]> {
  const { rows } = await world.pool.query<{ kind: string }>(
    `select kind from task where obligation = $1 and done_at is null order by since, kind`,
    [idOf(unit)],
  );
  return rows.map(({ kind }) => kind);
}

type Version = {
  readonly at: string;
  readonly reason: string;
  readonly draft: boolean;
  readonly missing: number;
};

export async function compilations(world: TestWorld, round = ROUND): Promise<Version[]> {
  const { rows } = await world.pool.query<Omit<Version, 'at'> & { at: Instant }>(
    `select made_at as at, reason, draft, outstanding as missing
       from compilation where round = $1 order by version`,
    [round],
  );
  return rows.map((row) => ({ ...row, at: show(row.at) }));
}

/** How often the unit's workflow has looked at its obligation. */
export async function looks(world: TestWorld, unit: string): Promise<number> {
  const { rows } = await world.pool.query<{ looks: number }>(
    `select looks from obligation where id = $1`,
    [idOf(unit)],
  );
  return rows[0]?.looks ?? 0;
}
