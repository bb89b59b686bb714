/** Finds the recipient at the moment of sending, from contacts and leaves of that day. */

import { noAddress } from '../../domain/delivery/delivery.ts';
import { personToAsk } from '../../domain/people/contact-check.ts';
import { onDay, type Reached } from '../../domain/people/leave.ts';
import { officersAmong } from '../../domain/people/officers.ts';
import {
  addressIn,
  firstContact,
  type Roster,
  reachedOn,
  roleOf,
  unitOf,
} from '../../domain/people/recipient.ts';
import type { Slot } from '../../domain/plan/policy.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Db } from '../../store/db/pool.ts';
import { readChecks } from '../../store/read/contact-checks.ts';
import { readDeadMailboxes, readLiaisons, readUnitRoster } from '../../store/read/contacts.ts';
import { type Delivery, unsettledDeliveries } from '../../store/read/deliveries.ts';
import type { Rules } from '../../store/read/plans.ts';
import type { Deps } from '../deps.ts';
import type { DigestContent } from '../round/digest.ts';
import type { Outgoing, RoundClaim, UnitMessage } from './outgoing.ts';

export type Recipient = {
  readonly name: string;
  readonly address: string;
  /** null for the work group. */
  readonly person: Reached | null;
  /** The units in a question, sorted by code. */
  readonly asked: readonly Asked[];
  readonly roster: Roster;
};

type Asked = { readonly unit: string; readonly key: string; readonly person: Reached };

/** `nobody` is the reason why there is no recipient. */
export type Found = Recipient | { readonly nobody: string };

const NO_ONE_ELSE = { asked: [], roster: { contacts: [], leaves: [] } };

export function findRecipient(
  tx: Db,
  { robot }: Pick<Deps, 'robot'>,
  outgoing: Outgoing,
): Promise<Found> | Found {
  switch (outgoing.kind) {
    case 'unit message':
      return unitsPerson(tx, outgoing);
    case 'officer mail':
      return officer(tx, outgoing);
    case 'liaison question':
      return liaisonToAsk(tx, outgoing);
    case 'group text':
      return robot === null ? { nobody: '没有设置群机器人' } : GROUP;
  }
}

const GROUP: Recipient = { name: '工作群', address: 'group', person: null, ...NO_ONE_ELSE };

async function unitsPerson(
  tx: Db,
  { rules, of, delivery, now, roster }: UnitMessage,
): Promise<Found> {
  const channel = delivery.channel === 'sms' ? 'sms' : 'email';
  const person = await personIn(tx, rules, of.unit, delivery.slot, now, roster);
  const address = person && addressIn(person, channel);
  if (!person || !address) return { nobody: noAddress(channel) };
  return { name: person.name, address, person, ...NO_ONE_ELSE };
}

/** The person of a slot today. @param known roster of `unit`, when it has been read already */
export async function personIn(
  db: Db,
  { plan, zone }: Pick<Rules, 'plan' | 'zone'>,
  unit: string,
  slot: Slot,
  now: Instant,
  known?: Roster,
): Promise<Reached | null> {
  const of = unitOf(plan, unit, slot);
  const roster = known && of === unit ? known : await readUnitRoster(db, plan.id, of);
  return reachedOn(roster, of, roleOf(slot), zone.dayOf(now));
}

type AboutRound = RoundClaim & { readonly delivery: Delivery };

/** By place in the roster, or the stand-in of that day. */
async function officer(tx: Db, { rules, delivery, now }: AboutRound): Promise<Found> {
  const { plan, zone } = rules;
  const { unit } = plan.bureau;
  const { officer: place = 0 } = delivery.content as DigestContent;
  const roster = await readUnitRoster(tx, plan.id, unit);
  const contact = officersAmong(roster.contacts, unit)[place];
  const deputy = firstContact(roster, unit, 'deputy');
  const person = contact && onDay(contact, roster.leaves, zone.dayOf(now), deputy);
  const address = person && addressIn(person, 'email');
  if (!person || !address) return { nobody: '没有登记市金融局经办人员的邮箱' };
  return { name: person.name, address, person, ...NO_ONE_ELSE };
}

/** One mail for all units of the person that wait for the question; on a later attempt for those in the message. */
async function liaisonToAsk(tx: Db, { rules, round, delivery, now }: AboutRound): Promise<Found> {
  if (round.phase !== 'planned') return { nobody: '批次已开启，不再核对联络员' };
  const roster = await readLiaisons(tx, rules.plan.id);
  const unanswered = (await readChecks(tx, round.id))
    .filter(({ state }) => state === 'asked')
    .map(({ unit }) => unit);
  const own = askedUnit(delivery);
  if (!unanswered.includes(own)) return { nobody: '已经答复，不必再问' };
  const today = rules.zone.dayOf(now);
  const dead = await readDeadMailboxes(tx);
  const found = personToAsk(roster, own, today, dead);
  if (found === null) return { nobody: noAddress('email') };
  const { address, person } = found;
  const asked = (await unsettledDeliveries(tx, round.id))
    .filter((one) => one.kind === delivery.kind && one.message === delivery.message)
    .map((one) => ({ key: one.key, unit: askedUnit(one) }))
    .filter(({ unit }) => unanswered.includes(unit))
    .flatMap((one) => {
      const its = personToAsk(roster, one.unit, today, dead);
      return its?.address === address ? [{ ...one, person: its.person }] : [];
    })
    .toSorted((a, b) => (a.unit < b.unit ? -1 : 1));
  return { name: person.name, address, person, asked, roster };
}

const askedUnit = ({ content }: Delivery): string => (content as { readonly unit: string }).unit;
