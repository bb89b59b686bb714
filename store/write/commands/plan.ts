/** A command on a whole plan. An import writes its own entry (import-plan.ts). */

import type { Outcome, PlanCommand } from '../../../domain/command.ts';
import { addressesOf, folded, ownersOf } from '../../../domain/people/address-owners.ts';
import type { Proposal } from '../../../domain/people/contact-check.ts';
import type { Leave } from '../../../domain/people/leave.ts';
import type { PlanAct } from '../../../domain/plan-change/act.ts';
import type { PlanSituation } from '../../../domain/plan-change/situation.ts';
import { planTransition } from '../../../domain/plan-change/transition.ts';
import { contactsTaskText } from '../../../domain/texts/messages/tasks.ts';
import type { Day, Instant } from '../../../domain/time/time.ts';
import type { Db } from '../../db/pool.ts';
import { readFeeds } from '../../read/calendar.ts';
import { findCheck } from '../../read/contact-checks.ts';
import { readBounced, readLeaves, readNumberedContacts } from '../../read/contacts.ts';
import { readAccounts } from '../../read/grants.ts';
import { findPause, readPlan, readRules } from '../../read/plans.ts';
import { roundsOfPlan } from '../../read/rounds.ts';
import { endSessionsOf, isSignedIn } from '../../visit/sessions.ts';
import { addAccount, addFeed, endAccount, revokeFeed } from '../accounts.ts';
import { clearBounced, clearUnusedBounced } from '../bounced-addresses.ts';
import { answerCheck } from '../contact-checks.ts';
import { addLeave, endLeave, removeContact, setContact } from '../contacts.ts';
import { addToOutbox, tellRound } from '../outbox.ts';
import { raiseYear } from '../rounds.ts';
import { pausePlan, resumePlan } from '../sending-pause.ts';
import { writeRanking } from '../settings.ts';
import { addTasks, closeContactTasks } from '../tasks.ts';

export async function applyToPlan(
  tx: Db,
  command: PlanCommand,
): Promise<{ outcome: Outcome; subject: string }> {
  const { plan: subject, act } = command;
  const { plan, zone } = await readRules(tx, subject);
  const today = zone.dayOf(command.receivedAt);
  const people = await readPeople(tx, subject);
  const addresses = act.kind === 'end-sessions' ? allAddresses(people, act.address) : [];
  const base = { command: command.id, kind: act.kind };
  const judged = planTransition(
    {
      plan,
      today,
      leaves: await readLeaves(tx, subject),
      check: 'round' in act ? await findCheck(tx, act.round, act.unit) : null,
      ...people,
      sendingPaused: (await findPause(tx, subject)) !== null,
      signedIn: await isSignedIn(tx, subject, addresses),
      feedFound:
        act.kind === 'revoke-feed' &&
        (await readFeeds(tx, subject)).some(({ id }) => id === act.feed),
      bounced:
        act.kind === 'clear-bounce' && (await readBounced(tx)).has(act.address.toLowerCase()),
    },
    act,
  );
  if (!judged.ok) return { outcome: { ...base, ...judged }, subject };
  await carryOut(tx, command, people, { addresses, today });
  const { receivedAt } = command;
  return { outcome: { ok: true, ...base, receivedAt, message: judged.message }, subject };
}

type People = Pick<PlanSituation, 'contacts' | 'accounts'>;

const readPeople = async (tx: Db, plan: string): Promise<People> => ({
  contacts: await readNumberedContacts(tx, plan),
  accounts: (await readAccounts(tx, plan)).filter(({ endedAt }) => endedAt === null),
});

/** A person who signs in by mail and by mobile has sessions of both. */
const allAddresses = (people: People, address: string): string[] => [
  ...new Set([folded(address), ...ownersOf(people, address).flatMap(addressesOf)]),
];

async function carryOut(
  tx: Db,
  command: PlanCommand,
  { contacts }: People,
  { addresses, today }: { readonly addresses: readonly string[]; readonly today: Day },
): Promise<void> {
  const { plan, act, receivedAt: now, actor } = command;
  switch (act.kind) {
    case 'add-account':
      return addAccount(tx, plan, act, { at: now, by: actor.name });
    case 'end-account':
      return endAccount(tx, plan, act.account, now);
    case 'set-contact':
      await setContact(tx, plan, act.place, act.contact);
      return clearUnusedBounced(tx, plan, now);
    case 'remove-contact':
      await removeContact(tx, plan, act.place);
      return clearUnusedBounced(tx, plan, now);
    case 'clear-bounce':
      return clearBounced(tx, act.address, now);
    case 'set-leave':
      return addLeave(tx, plan, leaveOf(command.id, act, contacts));
    case 'end-leave':
      return endLeave(tx, plan, act.leave, today);
    case 'confirm-contacts':
    case 'name-contacts':
    case 'accept-contacts':
    case 'refuse-contacts':
      return answerContacts(tx, command, act);
    case 'end-sessions':
      return endSessionsOf(tx, plan, addresses, now);
    case 'turn-ranking':
      return writeRanking(tx, act.on);
    case 'pause-sending':
      return pausePlan(tx, plan, { since: now, by: actor.name, reason: act.reason });
    case 'resume-sending':
      await resumePlan(tx, plan, now, actor.name);
      return tellAllToLook(tx, plan);
    case 'make-feed': {
      const { feed: id, unit, tokenHash } = act;
      return addFeed(tx, plan, { id, unit, tokenHash, madeAt: now, madeBy: actor.name });
    }
    case 'revoke-feed':
      await revokeFeed(tx, plan, act.feed, now);
      return;
    // The page that shows the code makes it.
    case 'read-out-code':
    case 'import':
      return;
  }
}

async function tellAllToLook(tx: Db, plan: string): Promise<void> {
  const rounds = await roundsOfPlan(tx, plan);
  for (const { id } of rounds.filter(({ phase }) => phase === 'open')) await tellRound(tx, id);
  // The liaisons of a planned round are asked through its year.
  const years = new Set(rounds.flatMap(({ phase, year }) => (phase === 'planned' ? [year] : [])));
  for (const year of [...years].sort()) {
    await addToOutbox(tx, 'changed', year, await raiseYear(tx, year));
  }
}

/** The leave of the contact who holds the place now; it stores the person's name. */
function leaveOf(
  id: string,
  { place, from, until, substitute }: Extract<PlanAct, { kind: 'set-leave' }>,
  contacts: People['contacts'],
): Leave {
  const { unit, role, ordinal } = place;
  const contact = contacts.find((c) => c.unit === unit && c.role === role && c.ordinal === ordinal);
  return { id, unit, role, person: contact?.name ?? '', from, until, substitute };
}

/** An answer to a contact check changes the check, the contacts and the officer's task. */
type Answer = Extract<
  PlanAct,
  { kind: 'confirm-contacts' | 'name-contacts' | 'accept-contacts' | 'refuse-contacts' }
>;

async function answerContacts(tx: Db, command: PlanCommand, act: Answer): Promise<void> {
  const { plan, receivedAt, actor } = command;
  const by = { at: receivedAt, name: actor.name };
  await closeContactTasks(tx, act, receivedAt, actor.name);
  switch (act.kind) {
    case 'confirm-contacts':
      return answerCheck(tx, act, { state: 'confirmed', proposal: null, reason: null }, by);
    case 'name-contacts': {
      const { liaison, deputy } = act;
      if (act.atOnce) return takeOver(tx, plan, act, { liaison, deputy }, by);
      const proposal = { liaison, deputy };
      await answerCheck(tx, act, { state: 'named', proposal, reason: null }, by);
      return giveTask(tx, command, act);
    }
    case 'accept-contacts': {
      const proposal = (await findCheck(tx, act.round, act.unit))?.proposal;
      if (proposal) await takeOver(tx, plan, act, proposal, by);
      return;
    }
    case 'refuse-contacts':
      return answerCheck(tx, act, { state: 'asked', proposal: null, reason: act.reason }, by);
  }
}

type By = { readonly at: Instant; readonly name: string };

async function takeOver(
  tx: Db,
  plan: string,
  { round, unit }: Pick<Answer, 'round' | 'unit'>,
  { liaison, deputy }: Proposal,
  by: By,
): Promise<void> {
  await setContact(tx, plan, { unit, role: 'liaison', ordinal: 1 }, liaison);
  if (deputy) await setContact(tx, plan, { unit, role: 'deputy', ordinal: 1 }, deputy);
  await answerCheck(tx, { round, unit }, { state: 'changed', proposal: null, reason: null }, by);
}

async function giveTask(
  tx: Db,
  { id, plan, receivedAt }: PlanCommand,
  { round, unit, liaison }: Extract<Answer, { kind: 'name-contacts' }>,
): Promise<void> {
  const read = (await readPlan(tx, plan)).plan;
  const unitName = read.units.find(({ code }) => code === unit)?.name ?? unit;
  await addTasks(tx, {
    id: `contacts#${round}/${unit}#${id}`,
    round,
    obligation: null,
    delivery: null,
    kind: 'contacts',
    text: contactsTaskText(read, { unitName, liaison: liaison.name }),
    since: receivedAt,
  });
}
