/** start-year and cancel-year, the administrator's commands on a year. */
import type { Outcome, YearCommand } from '../../../domain/command.ts';
import { roundId } from '../../../domain/obligation/obligation.ts';
import { unreachableIn, unreachableSentence } from '../../../domain/people/unreachable.ts';
import { Problem } from '../../../domain/problem.ts';
import { roundDates } from '../../../domain/round/round-dates.ts';
import { nominalDue, periodsInPlan } from '../../../domain/time/period.ts';
import { lockRound } from '../../db/locks.ts';
import type { Db } from '../../db/pool.ts';
import { readReachability } from '../../read/contacts.ts';
import { type Rules, readRules } from '../../read/plans.ts';
import { roundsOfYear } from '../../read/rounds.ts';
import type { ReportingYear } from '../../read/years.ts';
import { closeRequests } from '../extension-requests.ts';
import { addToOutbox, tellObligationsOf } from '../outbox.ts';
import {
  countRound,
  findYearLocked,
  insertRound,
  insertYear,
  saveRound,
  saveYearPhase,
} from '../rounds.ts';
import { cancelStepsOfRound } from '../steps.ts';

export async function applyToYear(
  tx: Db,
  command: YearCommand,
): Promise<{ outcome: Outcome; subject: string }> {
  const base = { command: command.id, kind: command.act.kind };
  try {
    const message = await carryOut(tx, command);
    return {
      outcome: { ok: true, ...base, receivedAt: command.receivedAt, message },
      subject: command.year,
    };
  } catch (error) {
    if (!(error instanceof Problem) || error.code === 'unavailable') throw error;
    const refusal = { ok: false as const, ...base, code: error.code, message: error.message };
    return { outcome: refusal, subject: command.year };
  }
}

/** Every check comes before the first write: a refusal is committed together with its entry. */
async function carryOut(tx: Db, command: YearCommand): Promise<string> {
  const [plan = '', yearText = ''] = command.year.split('/');
  const year = Number(yearText);
  const rules = await readRules(tx, plan);
  const existing = await findYearLocked(tx, command.year);
  if (command.act.kind === 'cancel-year') {
    return cancel(tx, command, existing, command.act.reason);
  }
  const periods = periodsInPlan(rules.plan, year);
  if (existing?.phase === 'started' && !(await hasCancelledRound(tx, existing.id))) {
    throw new Problem('refused', `${year}年度已经启动，不能重复启动；可用 board 查看各批次。`);
  }
  if (!command.act.withUnreachable) await refuseUnreachable(tx, command, rules, periods);
  if (existing) await restart(tx, existing);
  else await start(tx, command, rules, year, periods);
  await addToOutbox(tx, 'start-year', command.year, 0);
  return `${year}年度已启动：${periods.join('、')} 将按时开启。`;
}

/** Refuses to start while units are unreachable: otherwise it would show only when their notice fails. */
async function refuseUnreachable(
  tx: Db,
  { receivedAt }: YearCommand,
  { plan, zone }: Rules,
  periods: ReturnType<typeof periodsInPlan>,
): Promise<void> {
  const reachability = await readReachability(tx, plan.id);
  const names = unreachableIn(plan, periods, reachability, zone.dayOf(receivedAt));
  if (names.length === 0) return;
  const way =
    '请先补全联系人；确要先启动的，请勾选“知道这些单位送不到”，命令行加 --with-unreachable。';
  throw new Problem('refused', `${unreachableSentence(names)}${way}`);
}

async function start(
  tx: Db,
  command: YearCommand,
  rules: Rules,
  year: number,
  periods: ReturnType<typeof periodsInPlan>,
): Promise<void> {
  // Compute all dates before the first write: a policy without dates is a refusal.
  const rounds = periods.map((period) => ({
    id: roundId(rules.plan.id, period),
    year: command.year,
    plan: rules.plan.id,
    period,
    calendar: rules.calendar.version,
    ...roundDates(rules, nominalDue(period, rules.plan.deadlines)),
  }));
  await insertYear(tx, { id: command.year, plan: rules.plan.id, year }, command.receivedAt);
  for (const round of rounds) await insertRound(tx, round);
}

const hasCancelledRound = async (tx: Db, year: string): Promise<boolean> =>
  (await roundsOfYear(tx, year)).some((round) => round.phase === 'cancelled');

/**
 * Restarts a year, or a round of it, that was cancelled by mistake: rounds that had opened are open again, the others
 * planned.
 */
async function restart(tx: Db, year: ReportingYear): Promise<void> {
  await saveYearPhase(tx, year.id, 'started');
  for (const { id } of await roundsOfYear(tx, year.id)) {
    await lockRound(tx, id, 'alone');
    const round = (await roundsOfYear(tx, year.id)).find((r) => r.id === id);
    if (round?.phase !== 'cancelled') continue;
    await saveRound(tx, id, { phase: round.openedAt === null ? 'planned' : 'open' });
    const { rev } = await countRound(tx, id, { outstanding: 0, reportChanged: false });
    if (round.openedAt !== null) await addToOutbox(tx, 'start-round', id, rev);
  }
}

async function cancel(
  tx: Db,
  command: YearCommand,
  year: ReportingYear | null,
  reason: string,
): Promise<string> {
  if (year === null) throw new Problem('not_found', `${command.year} 没有启动过，无可撤销。`);
  if (year.phase === 'cancelled') throw new Problem('refused', `${command.year} 此前已撤销。`);
  if (reason.trim() === '') throw new Problem('invalid', '撤销年度须写明原因。');
  const rev = await saveYearPhase(tx, year.id, 'cancelled');
  for (const { id } of await roundsOfYear(tx, year.id)) {
    await lockRound(tx, id, 'alone');
    const round = (await roundsOfYear(tx, year.id)).find((r) => r.id === id);
    if (round?.phase !== 'planned' && round?.phase !== 'open') continue;
    await saveRound(tx, id, { phase: 'cancelled' });
    await cancelStepsOfRound(tx, id, '年度已撤销', command.receivedAt);
    await closeRequests(tx, id, '年度已撤销', command.receivedAt);
    const counted = await countRound(tx, id, { outstanding: 0, reportChanged: false });
    await addToOutbox(tx, 'changed', id, counted.rev);
    await tellObligationsOf(tx, id);
  }
  await addToOutbox(tx, 'changed', year.id, rev);
  return `${year.year}年度已撤销：${reason}。已上报的批次不受影响。`;
}
