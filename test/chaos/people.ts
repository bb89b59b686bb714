/** People at their desks: each command is sent under the same id until it is answered, and the answers are kept. */

import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Actor, Command, Outcome } from '../../domain/command.ts';
import type { ObligationAct } from '../../domain/obligation/act.ts';
import type { Obligation } from '../../domain/obligation/obligation.ts';
import { Problem } from '../../domain/problem.ts';
import type { Now } from '../../domain/time/time.ts';
import { addDays } from '../../domain/time/workdays.ts';
import { sampleReport } from '../../rehearsal/script/sample-report.ts';
import type { Pool } from '../../store/db/pool.ts';
import { readObligation } from '../../store/read/obligations.ts';
import type { Rules } from '../../store/read/plans.ts';
import { applyCommand } from '../../store/write/commands.ts';
import { DUE_ON } from './compressed-plan.ts';
import type { Deed, Diary } from './deeds.ts';

export type Answered = {
  readonly command: Command & { readonly obligation: string };
  /** One for each click; they must be equal. */
  readonly outcomes: readonly Outcome[];
  /** Attempts without an answer. */
  readonly failed: number;
};

export type Desk = {
  readonly pool: Pool;
  readonly rules: Rules;
  readonly round: string;
  readonly now: Now;
  /** Host time of the opening, epoch ms. */
  readonly opensAt: number;
  readonly signal: AbortSignal;
};

/** @returns the answers, when everybody has done everything */
export async function liveThrough(desk: Desk, diaries: readonly Diary[]): Promise<Answered[]> {
  return (await Promise.all(diaries.map((diary) => live(desk, diary)))).flat();
}

async function live(desk: Desk, { unit, deeds }: Diary): Promise<Answered[]> {
  const answered: Answered[] = [];
  for (const deed of deeds) {
    await until(desk.opensAt + deed.at * 1000, desk.signal);
    answered.push(await act(desk, `${desk.round}/${unit.code}`, deed));
  }
  return answered;
}

export async function until(hostMs: number, signal: AbortSignal): Promise<void> {
  await sleep(Math.max(0, hostMs - Date.now()), undefined, { signal });
}

async function act(desk: Desk, obligation: string, deed: Deed): Promise<Answered> {
  const seen = await insist(desk, () => readObligation(desk.pool, obligation));
  const command = {
    id: randomUUID(),
    actor: deed.do === 'record' || !BY_UNIT.includes(deed.do) ? BUREAU : unitOf(seen.answer),
    obligation,
    act: actOf(deed, seen.answer, desk, await desk.now()),
  };
  let failed = seen.failed;
  const click = async (): Promise<Outcome> => {
    const apply = async () => applyCommand(desk.pool, { ...command, receivedAt: await desk.now() });
    const told = await insist(desk, apply);
    failed += told.failed;
    return told.answer;
  };
  const outcomes = await Promise.all(deed.twice ? [click(), click()] : [click()]);
  return { command: { ...command, receivedAt: await desk.now() }, outcomes, failed };
}

const BUREAU: Actor = { kind: 'bureau', name: '市金融局经办' };
const BY_UNIT: readonly Deed['do'][] = ['confirm', 'submit', 'withdraw'];
const unitOf = (of: Obligation): Actor => ({ kind: 'unit', name: of.unitName });

/** Tries again while the database cannot be reached; any other error is a fault of the product. */
async function insist<T>(
  { signal }: Desk,
  ask: () => Promise<T>,
): Promise<{ answer: T; failed: number }> {
  for (let failed = 0; ; failed += 1) {
    signal.throwIfAborted();
    try {
      return { answer: await ask(), failed };
    } catch (error) {
      if (!isOutage(error)) throw error;
    }
    await sleep(400, undefined, { signal });
  }
}

/** A read outside a transaction fails with the driver's own error. */
const isOutage = (error: unknown): boolean =>
  error instanceof Problem
    ? error.code === 'unavailable'
    : error instanceof Error &&
      /Connection terminated|ECONN|57P0|starting up|shutting down/.test(
        `${'code' in error ? String(error.code) : ''} ${error.message}`,
      );

function actOf(
  deed: Deed,
  of: Obligation,
  desk: Desk,
  now: Awaited<ReturnType<Now>>,
): ObligationAct {
  const report = sampleReport(of, desk.rules.plan.items, of.version + 1);
  const until = addDays(DUE_ON, 1);
  switch (deed.do) {
    case 'submit':
      return { kind: 'submit', report };
    case 'record':
      return { kind: 'record', report, way: 'oa', actuallyReceivedAt: now, evidence: '收文登记' };
    case 'return':
      return { kind: 'return', version: of.version, reason: '缺期末数据，请补充', until };
    case 'accept':
      return { kind: 'accept', version: of.version };
    case 'extend':
      return { kind: 'extend', reason: '数据未出，申请延期', until };
    case 'waive':
    case 'withdraw':
      return { kind: deed.do, reason: deed.do === 'waive' ? '本期无任务' : '附件有误' };
    case 'confirm':
      return { kind: 'confirm' };
  }
}
