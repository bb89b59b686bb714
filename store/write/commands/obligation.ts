/** One command on one obligation: the situation, the judgement, and everything that follows from it. */

import type { Done, ObligationCommand, Outcome } from '../../../domain/command.ts';
import { addressingOf, extendedFor } from '../../../domain/ladder/called-steps.ts';
import type { Step } from '../../../domain/ladder/step.ts';
import {
  isLate,
  isOutstanding,
  type Obligation,
  roundOf,
} from '../../../domain/obligation/obligation.ts';
import { problemsWith } from '../../../domain/obligation/report-problems.ts';
import type { Change, Refusal } from '../../../domain/obligation/transition/change.ts';
import { transition } from '../../../domain/obligation/transition.ts';
import type { Round } from '../../../domain/round/round.ts';
import { receiptNumber } from '../../../domain/texts/about.ts';
import { filesProblem, keepSides, sidesOf } from '../../commands/obligation-sides.ts';
import { settleTasks } from '../../commands/settle-tasks.ts';
import { atOnce, type Db } from '../../db/transaction.ts';
import { deputiesWithDate } from '../../deputies-with-date.ts';
import { findObligation, saveObligation } from '../../read/obligations.ts';
import { countRound, findRound } from '../../read/rounds.ts';
import { readSteps, writeSteps } from '../../read/steps.ts';
import { insertSubmission, markWithdrawn } from '../../read/submissions.ts';
import { readRules } from '../../rules.ts';
import { decideHeld, findNamed } from '../deliveries.ts';
import { addToOutbox } from '../outbox.ts';

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

/** Asked only where it matters. */
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
