/**
 * Receipts of carriers and bounces of mail servers, applied to the record: a message arrived, or it did not and
 * something else takes its place (rule 16). Called by the worker beside its activities: a receipt is about a message,
 * not about a workflow.
 */

import { afterReceipt } from '../../domain/delivery/delivery-receipt.ts';
import { isStillNeeded } from '../../domain/ladder/called-steps.ts';
import type { Round } from '../../domain/round/round.ts';
import type { Instant } from '../../domain/time/time.ts';
import { lockObligations } from '../../store/db/locks.ts';
import type { Db } from '../../store/db/pool.ts';
import { inTransaction } from '../../store/db/transaction.ts';
import { type Delivery, deliveriesOfMessage } from '../../store/read/deliveries.ts';
import { findMessage, type Message } from '../../store/read/messages.ts';
import { readObligation } from '../../store/read/obligations.ts';
import { readRules } from '../../store/read/plans.ts';
import { isFollowedBy } from '../../store/read/steps.ts';
import { readRoundLocked } from '../../store/write/locked.ts';
import { settleByReceipt } from '../../store/write/messages.ts';
import { tellToLook } from '../../store/write/outbox.ts';
import {
  markReceiptApplied,
  readyReceipts,
  type WaitingReceipt,
} from '../../store/write/receipts.ts';
import { closeTask } from '../../store/write/tasks.ts';
import type { Deps } from '../deps.ts';
import { fallBack } from '../outgoing/instead.ts';
import { lockOf } from '../outgoing/outgoing.ts';

type Applying = Pick<Deps, 'pool' | 'demonstration' | 'now'>;

/** @returns how many receipts were dealt with; more may wait */
export async function applyReceipts(deps: Applying): Promise<number> {
  const waiting = await readyReceipts(deps.pool);
  for (const report of waiting) {
    const now = await deps.now();
    await inTransaction(deps.pool, (tx) => apply(tx, deps, report, now));
  }
  return waiting.length;
}

async function apply(tx: Db, deps: Applying, report: WaitingReceipt, now: Instant): Promise<void> {
  const carried = await deliveriesOfMessage(tx, report.message);
  const rounds = await holdRounds(tx, carried);
  await lockObligations(tx, carried.map(lockOf));
  if (!(await markReceiptApplied(tx, report.id, now))) return;
  const message = await findMessage(tx, report.message);
  const state = message && afterReceipt(message.state, report.outcome);
  if (!message || !state) return;
  const reason = state === 'rejected' ? notArrived(message.channel, report.code) : null;
  const keys = await settleByReceipt(tx, message.key, { state, reason }, now);
  // The state of the SMS is known now, so the officer's question is done.
  for (const key of keys) await closeTask(tx, `unknown#${key}`, now, '系统');
  if (state === 'delivered') return;
  const failed = carried.filter(({ key }) => keys.includes(key));
  for (const delivery of failed) {
    await takeItsPlace(tx, deps, rounds.get(delivery.round), delivery, now);
  }
  await tellToLook(tx, failed.flatMap(obligationOf));
}

/** A message may be about several rounds. Their locks are always taken in the same order. */
async function holdRounds(tx: Db, carried: readonly Delivery[]): Promise<Map<string, Round>> {
  const rounds = new Map<string, Round>();
  for (const id of [...new Set(carried.map(({ round }) => round))].sort()) {
    rounds.set(id, await readRoundLocked(tx, id));
  }
  return rounds;
}

const obligationOf = ({ obligation }: Delivery): string[] => (obligation ? [obligation] : []);

const notArrived = (channel: Message['channel'], code: string | null): string =>
  `${channel === 'sms' ? '运营商回执：未送达' : '退信'}${code === null ? '' : `（${code}）`}`;

async function takeItsPlace(
  tx: Db,
  deps: Applying,
  round: Round | undefined,
  delivery: Delivery,
  now: Instant,
): Promise<void> {
  if (delivery.obligation === null || round?.phase !== 'open') return;
  const of = await readObligation(tx, delivery.obligation);
  // A later step was sent meanwhile and says the same.
  if (!isStillNeeded(delivery, of) || (await isFollowedBy(tx, of, delivery.at))) return;
  const rules = await readRules(tx, round.plan);
  await fallBack(tx, deps, { delivery, of, now, rules, round }, 'rejected');
}
