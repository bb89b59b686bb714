/** A command on one obligation: reads the situation, judges the command, and writes what follows. */

import type { Done, ObligationCommand, Outcome } from '../../../domain/command.ts';
import { addressingOf, extendedFor } from '../../../domain/ladder/called-steps.ts';
import type { Step } from '../../../domain/ladder/step.ts';
import type { FileRef, ObligationAct } from '../../../domain/obligation/act.ts';
import {
  isLate,
  isOutstanding,
  type Obligation,
  partsOf,
  roundOf,
} from '../../../domain/obligation/obligation.ts';
import { problemsWith } from '../../../domain/obligation/report-problems.ts';
import { receiptNumber } from '../../../domain/obligation/submission.ts';
import type { Change, Situation } from '../../../domain/obligation/transition/change.ts';
import { transition } from '../../../domain/obligation/transition.ts';
import type { Refusal } from '../../../domain/problem.ts';
import type { Round } from '../../../domain/round/round.ts';
import { extensionTaskText } from '../../../domain/texts/messages/tasks.ts';
import type { Db } from '../../db/pool.ts';
import { atOnce } from '../../db/transaction.ts';
import { deputiesWithDate, findNamed } from '../../read/deliveries.ts';
import { readRequests } from '../../read/extension-requests.ts';
import { findObligation } from '../../read/obligations.ts';
import { readPlan, readRules } from '../../read/plans.ts';
import { findRound } from '../../read/rounds.ts';
import { readSteps } from '../../read/steps.ts';
import { readEndorsements } from '../../read/submissions.ts';
import { dropDraft } from '../../visit/drafts.ts';
import { decideHeld, editHeld } from '../deliveries.ts';
import { addRequest, answerRequest } from '../extension-requests.ts';
import { saveObligation } from '../obligations.ts';
import { addToOutbox } from '../outbox.ts';
import { countRound } from '../rounds.ts';
import { writeSteps } from '../steps.ts';
import {
  addEndorsement,
  bindFiles,
  insertSubmission,
  markWithdrawn,
  missingFiles,
} from '../submissions.ts';
import { addTasks, closeTasks } from '../tasks.ts';

export async function applyToObligation(
  tx: Db,
  command: ObligationCommand,
): Promise<{ outcome: Outcome; subject: string }> {
  const [before, round] = await atOnce([
    findObligation(tx, command.obligation),
    findRound(tx, roundOf(command.obligation)),
  ]);
  if (!before || !round) return { outcome: unknown(command), subject: command.obligation };
  const change = await judge(tx, command, round, before);
  if (!change.ok) return { outcome: refused(command, change), subject: round.id };
  const outstanding = await carryOut(tx, command, round, before, change);
  return { outcome: done(command, change, outstanding), subject: round.id };
}

async function judge(
  tx: Db,
  command: ObligationCommand,
  round: Round,
  before: Obligation,
): Promise<Change | Refusal> {
  const { act } = command;
  if (act.kind === 'submit' || act.kind === 'record') {
    const owes = { ...before, isTown: before.unitKind === 'town' };
    const problems = problemsWith(act.report, owes);
    if (problems.length > 0) return { ok: false, code: 'invalid', message: problems.join('\n') };
  }
  const refused = await filesProblem(tx, before.id, act);
  if (refused) return refused;
  const byHand = act.kind === 'remind' || act.kind === 'resend';
  const steps = byHand ? await readSteps(tx, before.id) : [];
  const numberOf = (prefix: string) =>
    steps.filter(({ key, cycle }) => key.startsWith(prefix) && cycle === before.cycle).length;
  const [rules, delivery, sides] = await atOnce([
    readRules(tx, round.plan),
    'delivery' in act ? findNamed(tx, act.delivery, before.id) : null,
    sidesOf(tx, command, before),
  ]);
  return transition(
    {
      phase: round.phase,
      before,
      receivedAt: command.receivedAt,
      rules: rules.dates,
      delivery,
      remindersByHand: numberOf('remind-'),
      resends: numberOf('resend-'),
      ...sides,
    },
    act,
  );
}

/** @returns the round's outstanding reports after the change */
async function carryOut(
  tx: Db,
  command: ObligationCommand,
  round: Round,
  before: Obligation,
  change: Change,
): Promise<number> {
  const { after } = change;
  if (change.submission) {
    await insertSubmission(tx, before.id, change.submission, command.id, command.receivedAt);
  }
  if (change.withdrawnVersion !== undefined) {
    await markWithdrawn(tx, before.id, change.withdrawnVersion, command.receivedAt);
  }
  if (change.delivery) await decideHeld(tx, change.delivery, command.receivedAt);
  await keepSides(tx, command, before, change);
  await settleTasks(tx, command, before, change);
  if (after === before) return round.outstanding;
  await saveObligation(tx, after);
  const steps = calledSteps(command, after, change, await deputyHasDate(tx, change));
  await writeSteps(tx, steps, command.receivedAt);
  const moved = Number(isOutstanding(after.state)) - Number(isOutstanding(before.state));
  const counted = await countRound(tx, round.id, {
    outstanding: moved,
    reportChanged: change.reportChanged,
  });
  await addToOutbox(tx, 'changed', after.id, after.rev);
  if (moved !== 0 || change.reportChanged) await addToOutbox(tx, 'changed', round.id, counted.rev);
  return counted.outstanding;
}

const deputyHasDate = async (tx: Db, { after, steps }: Change): Promise<boolean> =>
  steps.some(({ kind }) => kind === 'extended') &&
  (await deputiesWithDate(tx, [after.id])).has(after.id);

const calledSteps = (
  command: ObligationCommand,
  after: Obligation,
  change: Change,
  hasDate: boolean,
): Step[] =>
  change.steps.map((step) => ({
    obligation: after.id,
    cycle: after.cycle,
    key: step.key,
    kind: step.kind,
    state: 'planned',
    at: command.receivedAt,
    notAfter: command.receivedAt,
    firstAt: command.receivedAt,
    addressing:
      step.addressing ??
      (step.kind === 'extended' ? extendedFor(hasDate) : addressingOf(step.kind)),
    reason: null,
  }));

function done(command: ObligationCommand, change: Change, outstanding: number): Done {
  const { after, submission } = change;
  const base: Done = {
    ok: true,
    command: command.id,
    kind: command.act.kind,
    receivedAt: command.receivedAt,
    message: change.message,
    state: after.state,
    version: after.version,
    late: isLate(after),
    outstanding,
  };
  if (!submission) return base;
  return {
    ...base,
    supplement: submission.supplement,
    receipt: receiptNumber(after, submission.version),
  };
}

const refused = (command: ObligationCommand, refusal: Refusal): Outcome => ({
  ok: false,
  command: command.id,
  kind: command.act.kind,
  code: refusal.code,
  message: refusal.message,
});

const unknown = (command: ObligationCommand): Outcome => ({
  ok: false,
  command: command.id,
  kind: command.act.kind,
  code: 'not_found',
  message: `没有报送任务“${command.obligation}”；该单位本期可能不需报送，或批次尚未开启。`,
});

/** What the judgement needs besides obligation, round and rules. */
async function sidesOf(
  tx: Db,
  { act, actor }: ObligationCommand,
  before: Obligation,
): Promise<Pick<Situation, 'request' | 'endorsed'>> {
  const requests = await readRequests(tx, before.id);
  const given = act.kind === 'endorse' ? await readEndorsements(tx, before.id) : [];
  return {
    request: requests.find(({ answer }) => answer === null) ?? null,
    endorsed: given.some(({ by, version }) => by === actor.name && version === before.version),
  };
}

/** A command is refused as a whole when a file it names is missing or differs. */
async function filesProblem(
  tx: Db,
  obligation: string,
  act: ObligationAct,
): Promise<Refusal | null> {
  const named = filesNamed(act);
  const purpose = act.kind === 'add-scan' ? ('scan' as const) : null;
  const missing = named.length === 0 ? [] : await missingFiles(tx, obligation, named, purpose);
  if (missing.length === 0) return null;
  const names = missing.map(({ name }) => `“${name}”`).join('、');
  return {
    ok: false,
    code: 'invalid',
    message: `附件${names}已不在或已改动，没有受理；请刷新页面、核对附件后再提交。`,
  };
}

const filesNamed = (act: ObligationAct): readonly FileRef[] => {
  if (act.kind === 'add-scan') return [act.scan];
  return act.kind === 'submit' || act.kind === 'record' ? (act.attachments ?? []) : [];
};

async function keepSides(
  tx: Db,
  { receivedAt, actor, act }: ObligationCommand,
  before: Obligation,
  { files, newRequest, requestAnswer, endorsed, document }: Change,
): Promise<void> {
  if (files) await bindFiles(tx, before.id, files.version, files.files);
  if (act.kind === 'submit') await dropDraft(tx, before.id, actor.name, receivedAt);
  if (requestAnswer) {
    await answerRequest(tx, before.id, requestAnswer, receivedAt);
    const which = { obligation: before.id, kinds: ['extension' as const] };
    await closeTasks(tx, which, receivedAt, actor.name);
  }
  if (newRequest) {
    const asked = { at: receivedAt, by: actor.name };
    const number = await addRequest(tx, before.id, newRequest, asked);
    const read = (await readPlan(tx, partsOf(before.id).plan)).plan;
    await addTasks(tx, {
      id: `${before.id}#extension-${number}`,
      round: before.round,
      obligation: before.id,
      delivery: null,
      kind: 'extension',
      text: extensionTaskText(read, { ...newRequest, unitName: before.unitName }),
      since: receivedAt,
    });
  }
  if (endorsed !== undefined) {
    await addEndorsement(tx, before.id, { version: endorsed, by: actor.name, at: receivedAt });
  }
  if (document) await editHeld(tx, document.key, document.document);
}

/** Closes the officer's tasks that the command has done. */
async function settleTasks(
  tx: Db,
  command: ObligationCommand,
  before: Obligation,
  change: Change,
): Promise<void> {
  const { act, receivedAt, actor } = command;
  const by = actor.name;
  if (isOutstanding(before.state) && !isOutstanding(change.after.state)) {
    await closeTasks(tx, { obligation: before.id }, receivedAt, by);
  }
  if (act.kind === 'call') {
    await closeTasks(tx, { obligation: before.id, kinds: ['call', 'unreachable'] }, receivedAt, by);
  }
  if (act.kind === 'release' || act.kind === 'dismiss') {
    await closeTasks(tx, { obligation: before.id, delivery: act.delivery }, receivedAt, by);
  }
}
