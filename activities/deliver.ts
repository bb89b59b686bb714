/**
 * One delivery: claim, one send, settle, look. Only Temporal retries. What it cannot do now it leaves to the look it
 * returns, which says when to come back.
 */
import { activityInfo, cancellationSignal } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import { GatewayError } from '../gateways/gateway.ts';
import { inTransaction } from '../store/pool.ts';
import { claim } from './claim.ts';
import { send } from './compose.ts';
import type { Deps } from './deps.ts';
import type { Look, Target } from './look.ts';
import type { Claim } from './scene.ts';
import { type Outcome, settle } from './settle.ts';

export type DeliverInput = { readonly obligation: string; readonly target: Target };

export const createDeliver = (deps: Deps) => ({
  async deliver({ obligation, target }: DeliverInput): Promise<Look> {
    const now = await deps.now();
    const mine = attemptId();
    const claimed = await inTransaction(deps.pool, (tx) =>
      claim(tx, deps, { obligation, target, attempt: mine, now }),
    );
    if (claimed.kind === 'nothing to send') return claimed.look;
    const outcome = await attempt(deps, claimed);
    const look = await inTransaction(deps.pool, async (tx) =>
      settle(tx, deps, { obligation, claim: claimed, outcome, now: await deps.now() }),
    );
    if (outcome.state === 'failed for now') throw passingFailure(outcome);
    return look;
  },
});

/** The same on no two attempts, also of a workflow that was started again. */
export function attemptId(): string {
  const info = activityInfo();
  return [info.workflowExecution?.runId ?? '', info.activityId, info.attempt].join('#');
}

async function attempt(deps: Deps, claimed: Extract<Claim, { kind: 'message' }>): Promise<Outcome> {
  try {
    const { providerId } = await send(deps, claimed, cancellationSignal());
    return { state: 'sent', providerId };
  } catch (error) {
    if (error instanceof GatewayError) return outcomeOf(error, claimed.channel);
    throw error;
  }
}

export function outcomeOf(error: GatewayError, channel: 'email' | 'sms'): Outcome {
  if (error.permanent) return { state: 'rejected', reason: error.message };
  // A mail that may have arrived is sent again under the same Message-ID; an SMS costs money and annoys twice.
  if (channel === 'sms' && error.handedOver === 'maybe') {
    return { state: 'unknown', reason: error.message };
  }
  return { state: 'failed for now', reason: error.message, retryAfterMs: error.retryAfterMs };
}

export const passingFailure = (outcome: Extract<Outcome, { state: 'failed for now' }>) =>
  ApplicationFailure.create({
    type: 'PassingFailure',
    message: outcome.reason,
    ...(outcome.retryAfterMs === undefined ? {} : { nextRetryDelay: outcome.retryAfterMs }),
  });
