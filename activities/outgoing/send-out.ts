/**
 * The deliveries of one moment on one channel, one after the other: claim, one send, settle, look. Only Temporal
 * retries, and a retry finds settled what was sent. What cannot be done now is left to the look that is returned, which
 * says when to come back.
 */
import { activityInfo, cancellationSignal } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import { GatewayError } from '../../gateways/gateway.ts';
import { patiently } from '../../store/db/transaction.ts';
import type { Deps } from '../deps.ts';
import type { Look, Target } from '../obligation/look.ts';
import { claim } from './claim.ts';
import { send } from './compose.ts';
import type { Claim } from './outgoing.ts';
import { type Outcome, settle } from './settle.ts';

export type DeliverInput = { readonly obligation: string; readonly targets: readonly Target[] };

export const createDeliver = (deps: Deps) => ({
  async deliver({ obligation, targets }: DeliverInput): Promise<Look> {
    const looks: Look[] = [];
    const failures: unknown[] = [];
    for (const target of targets) {
      try {
        looks.push(await deliverOne(deps, obligation, target));
      } catch (error) {
        // The neighbours go out all the same.
        failures.push(error);
      }
    }
    const last = looks.at(-1);
    if (failures.length > 0 || last === undefined) throw failures[0];
    return last;
  },
});

async function deliverOne(deps: Deps, obligation: string, target: Target): Promise<Look> {
  const now = await deps.now();
  const claimed = await claim(deps, { obligation, target, attempt: attemptId(), now });
  if (claimed.kind === 'nothing to send') return claimed.look;
  const outcome = await attempt(deps, claimed);
  // The answer is in hand: a database that comes back within seconds must not make it unknown.
  const look = await patiently(async () =>
    settle(deps, { obligation, claim: claimed, outcome, now: await deps.now() }),
  );
  if (outcome.state === 'failed for now') throw passingFailure(outcome);
  return look;
}

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

export function outcomeOf(error: GatewayError, channel: 'email' | 'sms' | 'robot'): Outcome {
  if (error.permanent) return { state: 'rejected', reason: error.message };
  // A mail that may have arrived is sent again under the same Message-ID; an SMS costs money, and all annoy twice.
  if (channel !== 'email' && error.handedOver === 'maybe') {
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
