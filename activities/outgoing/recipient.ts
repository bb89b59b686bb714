/** To whom a message about a round goes, and its words: a digest's were written down, a question's are found out now. */

import { deadMailbox, noAddress } from '../../domain/delivery/delivery.ts';
import type { MailText } from '../../domain/delivery/message-text.ts';
import { personToAsk } from '../../domain/people/contact-check.ts';
import { onDay } from '../../domain/people/leave.ts';
import { officersAmong } from '../../domain/people/officers.ts';
import { addressIn, firstContact } from '../../domain/people/recipient.ts';
import type { Round } from '../../domain/round/round.ts';
import { askAbout } from '../../domain/texts/messages/contact-check.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Db } from '../../store/db/pool.ts';
import { readChecks } from '../../store/read/contact-checks.ts';
import { readDeadMailboxes, readLiaisons, readUnitRoster } from '../../store/read/contacts.ts';
import { type Delivery, unsettledDeliveries } from '../../store/read/deliveries.ts';
import type { Rules } from '../../store/read/plans.ts';
import { settleDelivery } from '../../store/write/deliveries.ts';
import type { Deps } from '../deps.ts';
import { onlineOf } from '../online.ts';
import type { DigestContent } from '../round/digest.ts';

export type Addressed = MailText & {
  readonly to: { readonly name: string; readonly address: string };
  /** The deliveries that go with it, this one included. */
  readonly carried: readonly string[];
  readonly compilation?: number | undefined;
};

type Present = {
  readonly rules: Rules;
  readonly round: Round;
  readonly delivery: Delivery;
  readonly now: Instant;
};

/** Null when nothing is to be sent any more; why is settled then. */
export const addressed = (
  tx: Db,
  deps: Pick<Deps, 'demonstration' | 'webUrl'>,
  present: Present,
): Promise<Addressed | null> =>
  present.delivery.kind === 'contact-check' ? question(tx, deps, present) : digest(tx, present);

async function digest(tx: Db, present: Present): Promise<Addressed | null> {
  const { rules, delivery, now } = present;
  const { subject, text, compilation, officer: place = 0 } = delivery.content as DigestContent;
  const officer = await officerAt(tx, rules, place, now);
  const address = officer && addressIn(officer, 'email');
  if (!officer || !address) return skip(tx, present, '没有登记市金融局经办人员的邮箱');
  const bounced = (await readDeadMailboxes(tx)).get(address);
  if (bounced) return reject(tx, present, officer.name, deadMailbox(bounced, rules.zone, now));
  return {
    to: { name: officer.name, address },
    carried: [delivery.key],
    subject,
    text,
    compilation,
  };
}

/** By place in the roster, or whoever stands in for that officer today. */
async function officerAt(tx: Db, { plan, zone }: Rules, place: number, now: Instant) {
  const { unit } = plan.bureau;
  const roster = await readUnitRoster(tx, plan.id, unit);
  const officer = officersAmong(roster.contacts, unit)[place];
  const deputy = firstContact(roster, unit, 'deputy');
  return officer ? onDay(officer, roster.leaves, zone.dayOf(now), deputy) : null;
}

/** One mail for all units of the person that still wait for it; on a later attempt for those it carries already. */
async function question(
  tx: Db,
  deps: Pick<Deps, 'demonstration' | 'webUrl'>,
  present: Present,
): Promise<Addressed | null> {
  const { rules, round, delivery, now } = present;
  if (round.phase !== 'planned') return skip(tx, present, '批次已开启，不再核对联络员');
  const roster = await readLiaisons(tx, rules.plan.id);
  const unanswered = (await readChecks(tx, round.id))
    .filter(({ state }) => state === 'asked')
    .map(({ unit }) => unit);
  const own = unitOf(delivery);
  if (!unanswered.includes(own)) return skip(tx, present, '已经答复，不必再问');
  const today = rules.zone.dayOf(now);
  const dead = await readDeadMailboxes(tx);
  const asked = personToAsk(roster, own, today, dead);
  if (asked === null) return skip(tx, present, noAddress('email'));
  const units = (await unsettledDeliveries(tx, round.id))
    .filter((one) => one.kind === delivery.kind && one.message === delivery.message)
    .filter((one) => unanswered.includes(unitOf(one)))
    .flatMap((one) => {
      const found = personToAsk(roster, unitOf(one), today, dead);
      const isSame = found?.address === asked.address;
      return found && isSame ? [{ ...one, unit: unitOf(one), person: found.person }] : [];
    })
    .toSorted((a, b) => (a.unit < b.unit ? -1 : 1));
  const { person, subject, text } = askAbout({
    ...rules,
    roster,
    period: round.period,
    dates: round,
    units,
    online: onlineOf(deps, rules.plan),
    asOf: now,
    demonstration: deps.demonstration,
  });
  const to = { name: person.name, address: asked.address };
  return { to, carried: units.map(({ key }) => key), subject, text };
}

const unitOf = ({ content }: Delivery): string => (content as { readonly unit: string }).unit;

async function skip(tx: Db, { delivery, now }: Present, reason: string): Promise<null> {
  await settleDelivery(tx, delivery.key, { state: 'skipped', reason }, now);
  return null;
}

/** Among the failed deliveries, where the officer's colleagues see it. */
async function reject(
  tx: Db,
  { delivery, now }: Present,
  person: string,
  reason: string,
): Promise<null> {
  await settleDelivery(tx, delivery.key, { state: 'rejected', reason, person }, now);
  return null;
}
