/** The people of a plan: contacts, leaves, who receives messages, and which addresses work. */

import { partsOf } from '../../domain/obligation/obligation.ts';
import type { Leave } from '../../domain/people/leave.ts';
import type { Roster } from '../../domain/people/recipient.ts';
import { isUnreachable, type Reachability } from '../../domain/people/unreachable.ts';
import type { Contact, Role } from '../../domain/plan/plan.ts';
import type { NumberedContact } from '../../domain/plan-change/situation.ts';
import type { Round } from '../../domain/round/round.ts';
import type { Day, Instant } from '../../domain/time/time.ts';
import type { Db } from '../db/pool.ts';
import type { MessageState } from './messages.ts';

export async function readNumberedContacts(db: Db, plan: string): Promise<NumberedContact[]> {
  const { rows } = await db.query<NumberedContact>(
    `select unit, role, ordinal, name, email, mobile, phone,
            md5(row(name, email, mobile, phone)::text) as mark
       from contact where plan = $1 order by unit, role, ordinal`,
    [plan],
  );
  return rows;
}

export type UnitContacts = {
  readonly contacts: readonly NumberedContact[];
  readonly leaves: readonly Leave[];
};

export async function readUnitContacts(db: Db, obligation: string): Promise<UnitContacts> {
  const { plan, unit } = partsOf(obligation);
  const isOwn = (one: { readonly unit: string }) => one.unit === unit;
  return {
    contacts: (await readNumberedContacts(db, plan)).filter(isOwn),
    leaves: (await readLeaves(db, plan)).filter(isOwn),
  };
}

export async function readContacts(db: Db, plan: string): Promise<Contact[]> {
  const { rows } = await db.query<Contact>(
    `select unit, role, name, email, mobile, phone from contact where plan = $1 order by unit, role, ordinal`,
    [plan],
  );
  return rows;
}

/** The first contact of a unit in a role. */
export async function findContact(
  db: Db,
  plan: string,
  unit: string,
  role: Role,
): Promise<Contact | null> {
  const { rows } = await db.query<Contact>(
    `select unit, role, name, email, mobile, phone from contact
      where plan = $1 and unit = $2 and role = $3 order by ordinal limit 1`,
    [plan, unit, role],
  );
  return rows[0] ?? null;
}

const leaveFields = `'id', id, 'unit', unit, 'role', role, 'person', person, 'from', from_day, 'until', until_day,
  'substitute', case when substitute_name is not null then jsonb_build_object('name', substitute_name,
    'email', substitute_email, 'mobile', substitute_mobile, 'phone', substitute_phone) end`;

/** Of a whole plan or of some units; includes leaves that are over. */
export async function readLeaves(
  db: Db,
  plan: string,
  units: readonly string[] | null = null,
): Promise<Leave[]> {
  const { rows } = await db.query<{ leave: Leave }>(
    `select jsonb_build_object(${leaveFields}) as leave from leave
      where plan = $1 and ($2::text[] is null or unit = any($2)) order by unit, role, from_day, id`,
    [plan, units],
  );
  return rows.map(({ leave }) => leave);
}

/** The people who receive messages: the first liaison and deputy of every unit, or of `units`, with their leaves. */
export async function readLiaisons(
  db: Db,
  plan: string,
  units: readonly string[] | null = null,
): Promise<Roster> {
  const { rows } = await db.query<Contact>(
    `select unit, role, name, email, mobile, phone from contact
      where plan = $1 and role in ('liaison', 'deputy') and ordinal = 1 and ($2::text[] is null or unit = any($2))`,
    [plan, units],
  );
  return { contacts: rows, leaves: await readLeaves(db, plan, units) };
}

/** All contacts of one unit, with leaves. */
export async function readUnitRoster(db: Db, plan: string, unit: string): Promise<Roster> {
  const { rows } = await db.query<Roster>(`select ${rosterOf('$1', '$2')}`, [plan, unit]);
  return rows[0] ?? { contacts: [], leaves: [] };
}

/**
 * Columns of a `Roster` for one unit, as scalar subqueries. @param plan an SQL expression @param unit an SQL expression
 */
export const rosterOf = (plan: string, unit: string): string =>
  `(select coalesce(jsonb_agg(jsonb_build_object('unit', unit, 'role', role, 'name', name, 'email', email,
             'mobile', mobile, 'phone', phone) order by role, ordinal), '[]')
      from contact where plan = ${plan} and unit = ${unit}) as contacts,
   (select coalesce(jsonb_agg(jsonb_build_object(${leaveFields}) order by from_day, id), '[]')
      from leave where plan = ${plan} and unit = ${unit}) as leaves`;

export type ContactState = {
  readonly address: string;
  readonly channel: 'email' | 'sms';
  readonly state: MessageState;
  readonly at: Instant;
  readonly reason: string | null;
  /** Mail to it bounced, this message or an earlier one, and nobody has cleared the mark. */
  readonly bounced?: BouncedAddress | undefined;
};

/** By address, the newest message to it. */
export async function readContactStates(db: Db, plan: string): Promise<Map<string, ContactState>> {
  const { rows } = await db.query<ContactState>(
    `select distinct on (m.address) m.address, m.channel, m.state, coalesce(m.settled_at, m.claimed_at) as at, m.reason
       from message m
      where m.address in (select lower(email) from contact where plan = $1 union select mobile from contact where plan = $1)
      order by m.address, m.claimed_at desc, m.key`,
    [plan],
  );
  const bounced = await readBounced(db);
  return new Map(rows.map((row) => [row.address, { ...row, bounced: bounced.get(row.address) }]));
}

/** The people who receive messages, and the addresses known not to work. */
export const readReachability = async (db: Db, plan: string): Promise<Reachability> => ({
  roster: await readLiaisons(db, plan),
  dead: await readDead(db),
});

/** Units of an open round that still owe a report and cannot be reached that day. The bureau itself is left out. */
export async function readUnreachable(
  db: Db,
  { id, plan }: Pick<Round, 'id' | 'plan'>,
  day: Day,
): Promise<ReadonlySet<string>> {
  const dead = await readDead(db);
  const doubtful = await readDoubtful(db, { round: id, plan, dead, day });
  const roster = await readLiaisons(db, plan, doubtful);
  return new Set(doubtful.filter((unit) => isUnreachable({ roster, dead }, unit, day)));
}

type Asked = {
  readonly round: string;
  readonly plan: string;
  readonly dead: ReadonlySet<string>;
  readonly day: Day;
};

/**
 * The few units that domain/people/unreachable.ts has to judge: a person is on leave, or no named person has an address
 * that works. Every other unit can be reached.
 */
async function readDoubtful(db: Db, { round, plan, dead, day }: Asked): Promise<string[]> {
  const { rows } = await db.query<{ unit: string }>(
    `select unit from obligation
      where round = $1 and not own and state in ('open', 'returned')
        and (unit not in (select unit from contact
                           where plan = $2 and role in ('liaison', 'deputy') and ordinal = 1
                             and (email <> '' and lower(email) <> all($3) or mobile <> '' and mobile <> all($3)))
             or unit in (select unit from leave where plan = $2 and $4 between from_day and until_day))`,
    [round, plan, [...dead], day],
  );
  return rows.map(({ unit }) => unit);
}

async function readDead(db: Db): Promise<ReadonlySet<string>> {
  const { rows } = await db.query<{ address: string }>(
    `select distinct m.address from message m
      where m.state = 'rejected'
        and not exists (select 1 from message later
                         where later.address = m.address and later.claimed_at > m.claimed_at
                            and later.state in ('sent', 'delivered'))`,
  );
  return new Set([...rows.map(({ address }) => address), ...(await readDeadMailboxes(db)).keys()]);
}

export type BounceVerdict = 'undelivered' | 'not now' | 'unclear';

export type BouncedAddress = {
  readonly address: string;
  readonly verdict: BounceVerdict;
  /** Enhanced status and reply code, as the other server gave them. */
  readonly code: string | null;
  readonly at: Instant;
  readonly message: string;
};

/** By address (lower case): the worst bounce, and among equals the newest. */
export async function readBounced(db: Db): Promise<Map<string, BouncedAddress>> {
  const { rows } = await db.query<BouncedAddress>(
    `select distinct on (address) address, verdict, code, at, message
       from bounced_address where cleared_at is null
      order by address, verdict = 'undelivered' desc, at desc, message`,
  );
  return new Map(rows.map((row) => [row.address, row]));
}

/** Addresses whose mail bounced for good, by address. */
export async function readDeadMailboxes(db: Db): Promise<Map<string, BouncedAddress>> {
  const bounced = await readBounced(db);
  return new Map([...bounced].filter(([, { verdict }]) => verdict === 'undelivered'));
}
