/**
 * The one road out: claim, send once, settle. Only Temporal retries, and a retry finds what was sent settled. The
 * activities are thin entries to it; recorded histories know their names.
 */
import { activityInfo } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import { subjectOf } from '../../domain/delivery/delivery.ts';
import { GatewayError } from '../../gateways/gateway.ts';
import { patiently } from '../../store/db/transaction.ts';
import type { Deps } from '../deps.ts';
import type { Look, Target } from '../obligation/look.ts';
import { type RoundLook, roundLook } from '../round/look-at-round.ts';
import { claim } from './claim.ts';
import { type Asked, pauseMs, type ToSend } from './outgoing.ts';
import { send } from './send.ts';
import { type Outcome, settle } from './settle.ts';

export type DeliverInput = { readonly obligation: string; readonly targets: readonly Target[] };

export const createSendOut = (deps: Deps) => ({
  /** The deliveries of one moment on one queue. The returned look says when to continue with what could not be sent. */
  async deliver({ obligation, targets }: DeliverInput): Promise<Look> {
    const looks = await sendAll(
      deps,
      targets.map((target) => ({ obligation, target })),
    );
    const last = looks.at(-1);
    if (!last) throw new Error('nothing to deliver');
    return last;
  },

  /** One message about a round, by mail. */
  tellBureau: ({ delivery }: { delivery: string }): Promise<RoundLook> => tellOne(deps, delivery),

  /** One text, by the work group's robot. */
  tellGroup: ({ delivery }: { delivery: string }): Promise<RoundLook> => tellOne(deps, delivery),

  /** Questions to liaisons. */
  async tellContacts({ deliveries }: { deliveries: readonly string[] }): Promise<void> {
    await sendAll(
      deps,
      deliveries.map((delivery) => ({ delivery })),
    );
  },
});

async function tellOne(deps: Deps, delivery: string): Promise<RoundLook> {
  await sendOut(deps, { delivery });
  return roundLook(deps, subjectOf(delivery), await deps.now());
}

/** One after the other; a failure does not stop the rest. */
async function sendAll(deps: Deps, all: readonly Asked[]): Promise<Look[]> {
  const looks: Look[] = [];
  const failures: unknown[] = [];
  for (const asked of all) {
    try {
      const look = await sendOut(deps, asked);
      if (look) looks.push(look);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return looks;
}

/** @returns null for a message about a round */
async function sendOut(deps: Deps, asked: Asked): Promise<Look | null> {
  const claimed = await claim(deps, { ...asked, attempt: attemptId(), now: await deps.now() });
  if (claimed.kind === 'nothing to send') return claimed.look;
  const outcome = await attempt(deps, claimed);
  // The outcome is known here: wait for a database that is away for seconds rather than lose it.
  const look = await patiently(async () =>
    settle(deps, { claim: claimed, outcome, now: await deps.now() }),
  );
  if (outcome.state === 'failed for now' && pauseMs(claimed.of, claimed.attempts) === null)
    throw passingFailure(outcome);
  return look;
}

/** Unique for each attempt, also across runs of the workflow. */
function attemptId(): string {
  const info = activityInfo();
  return [info.workflowExecution?.runId ?? '', info.activityId, info.attempt].join('#');
}

async function attempt(deps: Deps, message: ToSend): Promise<Outcome> {
  try {
    const { providerId } = await send(deps, message);
    return { state: 'sent', providerId };
  } catch (error) {
    if (error instanceof GatewayError) return outcomeOf(error, message.channel);
    throw error;
  }
}

function outcomeOf(error: GatewayError, channel: ToSend['channel']): Outcome {
  if (error.permanent) return { state: 'rejected', reason: error.message };
  // A mail is repeated under the same Message-ID. An SMS or a group text cannot be recognised as a repetition.
  if (channel !== 'email' && error.handedOver === 'maybe') {
    return { state: 'unknown', reason: error.message };
  }
  return { state: 'failed for now', reason: error.message, retryAfterMs: error.retryAfterMs };
}

const passingFailure = (outcome: Extract<Outcome, { state: 'failed for now' }>) =>
  ApplicationFailure.create({
    type: 'PassingFailure',
    message: outcome.reason,
    ...(outcome.retryAfterMs === undefined ? {} : { nextRetryDelay: outcome.retryAfterMs }),
  });
