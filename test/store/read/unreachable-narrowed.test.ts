/** The board asks about fewer units than there are and misses none: every mixture of addresses and leaves. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isOutstanding } from '../../../domain/obligation/obligation.ts';
import { isUnreachable } from '../../../domain/people/unreachable.ts';
import type { ContactDetails, Role } from '../../../domain/plan/plan.ts';
import { day } from '../../../domain/time/time.ts';
import { shippedPlan } from '../../../rehearsal/shipped-plan.ts';
import { readReachability, readUnreachable } from '../../../store/read/contacts.ts';
import { readRound } from '../../../store/read/rounds.ts';
import { addLeave, removeContact, setContact } from '../../../store/write/contacts.ts';
import { insertMessage, settleMessage } from '../../../store/write/messages.ts';
import { ROUND } from '../../support/people/cast.ts';
import type { TestDatabase } from '../../support/record/database.ts';
import { byUnit, openedRound } from '../../support/record/opened-round.ts';
import { at } from '../../support/time/dates.ts';

const TODAY = day('2018-07-17');
const DEAD = 'dead@zhongshan.example';

const person = (name: string, email: string | null, mobile: string | null): ContactDetails => ({
  name,
  email,
  mobile,
  phone: null,
});
/** Contacts of a role; `null`: there is none. */
const PEOPLE: readonly (ContactDetails | null)[] = [
  person('both', 'works@zhongshan.example', '10000000001'),
  person('mobile', null, '10000000001'),
  person('came back', 'Dead@zhongshan.example', null),
  person('came back, telephone', DEAD, '10000000001'),
  person('refused', null, '10000000009'),
  person('empty', '', ''),
  person('neither', null, null),
  null,
];
/** Role, first day and substitute of a leave; `null`: the deputy stands in. */
const LEAVES: readonly (readonly ['liaison' | 'deputy', string, ContactDetails | null][])[] = [
  [],
  [['liaison', '2018-07-17', null]],
  [['liaison', '2018-07-10', person('stands in', 'other@zhongshan.example', null)]],
  [['liaison', '2018-07-16', person('stands in badly', DEAD, null)]],
  [['deputy', '2018-07-16', person('stands in', 'other@zhongshan.example', null)]],
  [
    ['liaison', '2018-07-16', null],
    ['deputy', '2018-07-16', person('stands in badly', DEAD, null)],
  ],
  [['liaison', '2018-07-18', person('not yet', 'other@zhongshan.example', null)]],
];

let database: TestDatabase;
beforeAll(async () => {
  database = await openedRound();
  await dead('email', DEAD);
  await dead('sms', '10000000009');
  for (const role of ['liaison', 'deputy'] as const)
    await name(shippedPlan.bureau.unit, role, person('nobody', null, null));
});
afterAll(() => database.drop());

test.each(LEAVES.map((leaves, index) => ({ leaves, index })))(
  'nobody who is unreachable is left out: leaves $index with all pairs of people',
  async ({ leaves }) => {
    const { pool } = database;
    const round = await readRound(pool, ROUND);
    const pairs = PEOPLE.flatMap((liaison) => PEOPLE.map((deputy) => ({ liaison, deputy })));
    const owing = [...(await byUnit(pool)).values()].filter(
      (o) => !o.own && isOutstanding(o.state),
    );
    const units = owing.map(({ unit }) => unit);
    // There are more pairs than units, so they are tried in two turns.
    for (const turn of [pairs.slice(0, units.length), pairs.slice(-units.length)]) {
      await pool.query('delete from leave');
      for (const [index, people] of turn.entries())
        await settle(units[index] ?? '', people, leaves);
      const all = await readReachability(pool, shippedPlan.id);
      const expected = units.filter((unit) => isUnreachable(all, unit, TODAY)).toSorted();
      expect([...(await readUnreachable(pool, round, TODAY))].toSorted()).toEqual(expected);
    }
  },
);

type People = Readonly<Record<'liaison' | 'deputy', ContactDetails | null>>;

async function settle(unit: string, people: People, leaves: (typeof LEAVES)[number]) {
  await name(unit, 'liaison', people.liaison);
  await name(unit, 'deputy', people.deputy);
  for (const [role, from, substitute] of leaves)
    await away(unit, role, people[role], from, substitute);
}

const name = (unit: string, role: Role, details: ContactDetails | null) =>
  details === null
    ? removeContact(database.pool, shippedPlan.id, { unit, role, ordinal: 1 })
    : setContact(database.pool, shippedPlan.id, { unit, role, ordinal: 1 }, details);

async function away(
  unit: string,
  role: Role,
  who: ContactDetails | null,
  from: string,
  substitute: ContactDetails | null,
): Promise<void> {
  if (who === null) return;
  const leave = { id: `${unit} ${role}`, unit, role, person: who.name, substitute };
  const until = day('2018-07-20');
  await addLeave(database.pool, shippedPlan.id, { ...leave, from: day(from), until });
}

async function dead(channel: 'email' | 'sms', address: string): Promise<void> {
  const claimedAt = at('2018-07-12 09:00');
  await insertMessage(database.pool, {
    key: address,
    channel,
    kind: 'reminder',
    at: claimedAt,
    person: '',
    address,
    owner: address,
    attempt: '1',
    claimedAt,
    words: { subject: '', text: '', parts: 1 },
  });
  const outcome = { state: 'rejected', reason: 'no such user' } as const;
  await settleMessage(database.pool, address, '1', outcome, claimedAt);
}
