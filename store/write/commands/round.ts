/** One command on a whole round. It holds the round alone, so no report is received and no message claimed meanwhile. */
import type { Outcome, RoundCommand } from '../../../domain/command.ts';
import type { Round } from '../../../domain/round/round.ts';
import { type RoundOutcome, roundTransition } from '../../../domain/round/transition.ts';
import { adoptSupplementsOf, moveDates, tellObligationsOf } from '../../commands/round-effects.ts';
import type { Db } from '../../db/transaction.ts';
import { newestCompilation } from '../../read/compilations.ts';
import { closeRequests } from '../../read/extension-requests.ts';
import { countRound, findRound, saveRound } from '../../read/rounds.ts';
import { cancelStepsOfRound } from '../../read/steps.ts';
import { readRules } from '../../rules.ts';
import { addToOutbox } from '../outbox.ts';
import { touchYear } from '../rounds.ts';

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
  // Signed off a moment ago, its workflow may still run: then the start finds it there, and the signal tells it.
  if (command.act.kind === 'reopen') await addToOutbox(tx, 'start-round', round.id, counted.rev);
  await addToOutbox(tx, 'changed', round.id, counted.rev);
  // No workflow of its own yet: its year waits for the opening instant.
  if (round.phase === 'planned') {
    await addToOutbox(tx, 'changed', round.year, await touchYear(tx, round.year));
  }
  await tellObligationsOf(tx, round.id);
  return counted.outstanding;
}
