/** What an answer about liaisons changes: the check, the contacts, the officer's task. */
import type { PlanCommand } from '../../domain/command.ts';
import type { Proposal } from '../../domain/people/contact-check.ts';
import type { PlanAct } from '../../domain/plan-change/act.ts';
import { contactsTaskText } from '../../domain/texts/asked-tasks.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Db } from '../db/transaction.ts';
import { answerCheck, findCheck } from '../read/contact-checks.ts';
import { readPlan } from '../read/plans.ts';
import { setContact } from '../write/contacts.ts';
import { addTasks, closeContactTasks } from '../write/tasks.ts';

type Answer = Extract<
  PlanAct,
  { kind: 'confirm-contacts' | 'name-contacts' | 'accept-contacts' | 'refuse-contacts' }
>;

export async function answerContacts(tx: Db, command: PlanCommand, act: Answer): Promise<void> {
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
