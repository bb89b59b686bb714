/** A command on a whole round. It locks the round alone: meanwhile no report is received and no message claimed. */

import type { Outcome, RoundCommand } from '../../../domain/command.ts';
import { extendedFor } from '../../../domain/ladder/called-steps.ts';
import { isOutstanding, type Obligation } from '../../../domain/obligation/obligation.ts';
import { arrived } from '../../../domain/obligation/transition/hand-in.ts';
import type { Round } from '../../../domain/round/round.ts';
import { roundDates } from '../../../domain/round/round-dates.ts';
import { type RoundOutcome, roundTransition } from '../../../domain/round/transition.ts';
import type { Day, Instant } from '../../../domain/time/time.ts';
import type { Db } from '../../db/pool.ts';
import { newestCompilation } from '../../read/compilations.ts';
import { deputiesWithDate } from '../../read/deliveries.ts';
import { readObligations } from '../../read/obligations.ts';
import { readRules } from '../../read/plans.ts';
import { findRound } from '../../read/rounds.ts';
import { newestSubmissions } from '../../read/submissions.ts';
import { closeRequests } from '../extension-requests.ts';
import { saveObligation } from '../obligations.ts';
import { addToOutbox, tellObligationsOf } from '../outbox.ts';
import { countRound, raiseYear, saveRound, saveRoundDates } from '../rounds.ts';
import { cancelStepsOfRound, writeSteps } from '../steps.ts';
import { adoptSupplements } from '../submissions.ts';

export async function applyToRound(
  tx: Db,
  command: RoundCommand,
): Promise<{ outcome: Outcome; subject: string }> {
  const round = await findRound(tx, command.round);
  const base = { command: command.id, kind: command.act.kind };
  if (!round) {
    const message = `没有批次“${command.round}”；请先启动该年度（year start），或检查报送期写法（例如 2018H1）。`;
    return { outcome: { ok: false, ...base, code: 'not_found', message }, subject: command.round };
  }
  const judged = await judge(tx, command, round);
  if (!judged.ok) {
    return { outcome: { ...base, ...judged }, subject: round.id };
  }
  const outstanding = await carryOut(tx, command, round, judged);
  const { message } = judged;
  return {
    outcome: { ok: true, ...base, receivedAt: command.receivedAt, message, outstanding },
    subject: round.id,
  };
}

async function judge(tx: Db, command: RoundCommand, round: Round) {
  const { act } = command;
  if (act.kind === 'open') {
    return {
      ok: false as const,
      code: 'refused' as const,
      message: '批次到期自动开启，无须手动操作。',
    };
  }
  return roundTransition(
    {
      round,
      receivedAt: command.receivedAt,
      newest: await newestCompilation(tx, round.id),
      rules: (await readRules(tx, round.plan)).dates,
    },
    act,
  );
}

async function carryOut(
  tx: Db,
  command: RoundCommand,
  round: Round,
  judged: RoundOutcome,
): Promise<number> {
  await saveRound(tx, round.id, judged.change);
  let outstanding = 0;
  if (judged.effect === 'close-steps') {
    const reason = judged.change.phase === 'cancelled' ? '批次已撤销' : '批次已上报';
    await cancelStepsOfRound(tx, round.id, reason, command.receivedAt);
    await closeRequests(tx, round.id, reason, command.receivedAt);
  }
  if (judged.effect === 'adopt-supplements') outstanding = await adoptSupplementsOf(tx, round.id);
  if (judged.effect === 'move-dates' && command.act.kind === 'move-date') {
    await moveDates(tx, round, command.act.to, command.receivedAt);
  }
  const reportChanged = judged.effect === 'adopt-supplements' || judged.effect === 'move-dates';
  const counted = await countRound(tx, round.id, { outstanding, reportChanged });
  // After a recent sign-off the workflow may still run: then the start finds it, and the signal tells it.
  if (command.act.kind === 'reopen') await addToOutbox(tx, 'start-round', round.id, counted.rev);
  await addToOutbox(tx, 'changed', round.id, counted.rev);
  // A planned round has no workflow of its own yet: its year waits for the opening instant.
  if (round.phase === 'planned') {
    await addToOutbox(tx, 'changed', round.year, await raiseYear(tx, round.year));
  }
  await tellObligationsOf(tx, round.id);
  return counted.outstanding;
}

/**
 * A new date for all. Compile date and draft follow by the same rules; nobody's own extension is shortened (rule 12).
 */
async function moveDates(tx: Db, round: Round, to: Day, movedAt: Instant): Promise<void> {
  const rules = await readRules(tx, round.plan);
  const dates = roundDates(rules, to);
  await saveRoundDates(tx, round, dates, rules.calendar.version);
  const all = await readObligations(tx, round.id);
  const withDate = await deputiesWithDate(
    tx,
    all.map(({ id }) => id),
  );
  for (const o of all) {
    const moved = movedTo(o, dates.due, movedAt);
    if (moved === null) continue;
    await saveObligation(tx, moved);
    if (moved.own || moved.cycle === o.cycle || !isOutstanding(o.state)) continue;
    await writeSteps(tx, [extendedStep(moved, withDate.has(o.id), movedAt)], movedAt);
  }
}

/** Null when the obligation keeps its dates: accepted, or due by the date of a return. */
function movedTo(o: Obligation, due: Obligation['due'], movedAt: Instant): Obligation | null {
  if (o.state === 'accepted' || o.cycleKind === 'returned') return null;
  // An extension beyond the new date stands; if it is withdrawn, the new date applies.
  if (o.dueBeforeExtension !== null && o.due.at >= due.at) {
    return { ...o, dueBeforeExtension: due, rev: o.rev + 1 };
  }
  // Submitted and waived obligations move too: if that is taken back later, they must not be overdue by the old date.
  return {
    ...o,
    due,
    dueBeforeExtension: null,
    rev: o.rev + 1,
    cycle: o.cycle + 1,
    cycleKind: 'extended',
    cycleFrom: movedAt,
    promisedOn: null,
  };
}

const extendedStep = (o: Obligation, deputyHasDate: boolean, movedAt: Instant) => ({
  obligation: o.id,
  cycle: o.cycle,
  key: `extended-${o.cycle}`,
  kind: 'extended' as const,
  state: 'planned' as const,
  at: movedAt,
  notAfter: movedAt,
  firstAt: movedAt,
  addressing: extendedFor(deputyHasDate),
  reason: null,
});

/**
 * A round opened again takes in its supplements: the newest version counts as handed in.
 * @returns the change of the outstanding reports
 */
async function adoptSupplementsOf(tx: Db, round: string): Promise<number> {
  const adopted = await adoptSupplements(tx, round);
  const newest = new Map((await newestSubmissions(tx, round)).map((s) => [s.obligation, s]));
  let change = 0;
  for (const o of await readObligations(tx, round)) {
    const submission = newest.get(o.id);
    if (!submission || !adopted.includes(o.id)) continue;
    await saveObligation(tx, arrived(o, submission.version, submission.receivedAt));
    if (isOutstanding(o.state)) change -= 1;
  }
  return change;
}
