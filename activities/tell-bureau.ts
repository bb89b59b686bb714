/**
 * Sends one message about a round, to the bureau's officer or to a liaison: claim, one send, settle, as for a unit, with
 * the round's lock only.
 */
import { cancellationSignal } from '@temporalio/activity';
import { messageKey, subjectOf, withCause } from '../domain/delivery/delivery.ts';
import { partsOf } from '../domain/obligation/obligation.ts';
import { isHalted } from '../domain/round/round.ts';
import { fitAfter, windowEnd } from '../domain/time/send-window.ts';
import type { Instant } from '../domain/time/time.ts';
import { GatewayError } from '../gateways/gateway.ts';
import { lockObligations } from '../store/db/locks.ts';
import type { Db } from '../store/db/pool.ts';
import { inTransaction } from '../store/db/transaction.ts';
import { readCompiled } from '../store/read/compilations.ts';
import { type Delivery, findDelivery } from '../store/read/deliveries.ts';
import { findMessage } from '../store/read/messages.ts';
import { type Rules, readRules } from '../store/read/plans.ts';
import { settleDelivery } from '../store/write/deliveries.ts';
import { readRoundLocked } from '../store/write/locked.ts';
import { endMessage, insertMessage, takeOver } from '../store/write/messages.ts';
import type { Deps } from './deps.ts';
import { type Addressed, addressed } from './outgoing/recipient.ts';
import { attemptId, outcomeOf } from './outgoing/send-out.ts';
import type { Outcome } from './outgoing/settle.ts';
import { isOfOneDay } from './round/digest.ts';
import { type LookDeps, type RoundLook, roundLook } from './round/look-at-round.ts';
import { growingPauseMs, settleOrTryLater } from './try-later.ts';

type Ready = {
  readonly key: string;
  readonly attempts: number;
  readonly round: string;
  readonly mail: Addressed;
};

type TellDeps = Pick<Deps, 'pool' | 'mail' | 'now' | 'demonstration' | 'webUrl'>;

export const createTellBureau = (deps: TellDeps & LookDeps) => ({
  async tellBureau({ delivery }: { delivery: string }): Promise<RoundLook> {
    await tellOne(deps, delivery, async ({ key, attempts }, attempt, outcome) => {
      const message = { key, attempt, pauseMs: growingPauseMs(attempts) };
      await inTransaction(deps.pool, async (tx) =>
        settleOrTryLater(tx, message, outcome, await deps.now()),
      );
    });
    return roundLook(deps, subjectOf(delivery), await deps.now());
  },
});

/** @param settle what becomes of the message; throws where Temporal is to try again */
export async function tellOne(
  deps: TellDeps,
  delivery: string,
  settle: (ready: Ready, attempt: string, outcome: Outcome) => Promise<void>,
): Promise<void> {
  const attempt = attemptId();
  const now = await deps.now();
  const ready = await inTransaction(deps.pool, (tx) => claim(tx, deps, delivery, attempt, now));
  if (ready !== null) await settle(ready, attempt, await send(deps, ready, now));
}

async function claim(
  tx: Db,
  deps: TellDeps,
  key: string,
  attempt: string,
  now: Instant,
): Promise<Ready | null> {
  const found = await findDelivery(tx, key);
  if (!found) return null;
  const round = await readRoundLocked(tx, found.round);
  // One message may carry several questions; none of them is claimed beside it.
  await lockObligations(tx, [`${found.round}#${found.kind}`]);
  const delivery = await findDelivery(tx, key);
  if (!delivery || isHalted(round) || !isWaiting(delivery, now)) return null;
  const rules = await readRules(tx, round.plan);
  if (now > delivery.notAfter && (await retime(tx, delivery, rules, now))) return null;
  const mail = await addressed(tx, deps, { rules, round, delivery, now });
  if (mail === null) return null;
  return { ...(await take(tx, delivery, mail, attempt, now)), round: found.round, mail };
}

export const isWaiting = (delivery: Delivery, now: Instant): boolean =>
  (delivery.state === 'planned' || delivery.state === 'sending') && now >= delivery.at;

/** @returns the message's key, the same on every attempt, and the number of this one */
async function take(
  tx: Db,
  delivery: Delivery,
  { to, carried, subject, text }: Addressed,
  attempt: string,
  now: Instant,
): Promise<Pick<Ready, 'key' | 'attempts'>> {
  const { kind, at } = delivery;
  const key = delivery.message ?? `${messageKey('email', to.address, kind, at)}#${delivery.step}`;
  const by = { attempt, claimedAt: now, words: { subject, text, parts: 1 } };
  const known = await findMessage(tx, key);
  if (known) await takeOver(tx, key, by);
  else {
    const made = { key, channel: 'email' as const, kind, at, person: to.name, address: to.address };
    await insertMessage(tx, { ...made, ...by, owner: delivery.key });
  }
  await settleDelivery(tx, carried, { state: 'sending', message: key, person: to.name }, null);
  return { key, attempts: (known?.attempts ?? 0) + 1 };
}

/** @returns true when the next send window is not yet, or nothing is to be sent any more */
export async function retime(
  tx: Db,
  delivery: Delivery,
  { plan, calendar, zone }: Rules,
  now: Instant,
): Promise<boolean> {
  const window = { hours: plan.policy.window, calendar, zone };
  const at = fitAfter(window, now);
  if (isOfOneDay(delivery.step) && zone.dayOf(at) !== zone.dayOf(delivery.at)) {
    await giveUp(tx, delivery, now);
    return true;
  }
  const to = {
    state: 'planned' as const,
    at,
    notAfter: windowEnd(window, at),
    reason: withCause('发送时段已过，顺延', delivery.reason),
  };
  await settleDelivery(tx, delivery.key, to, null);
  return at > now;
}

async function giveUp(tx: Db, delivery: Delivery, now: Instant): Promise<void> {
  const reason = withCause('只对当日有效，当日未能发出，不再发', delivery.reason);
  const state = delivery.message === null ? 'skipped' : 'given up';
  await settleDelivery(tx, delivery.key, { state, reason }, now);
  if (delivery.message) await endMessage(tx, delivery.message, 'given up', reason, now);
}

async function send(
  deps: Pick<Deps, 'pool' | 'mail'>,
  ready: Ready,
  now: Instant,
): Promise<Outcome> {
  const { to, compilation, subject, text } = ready.mail;
  const made = compilation ? await readCompiled(deps.pool, ready.round, compilation) : null;
  const attachments = made
    ? [{ filename: `汇总报告第${compilation}版.docx`, contentType: DOCX, content: made.document }]
    : [];
  try {
    const mail = {
      key: ready.key,
      to,
      subject,
      text,
      attachments,
      threads: [ready.round],
      plans: [partsOf(ready.round).plan],
    };
    const { providerId } = await deps.mail.send(
      { ...mail, date: new Date(now) },
      cancellationSignal(),
    );
    return { state: 'sent', providerId };
  } catch (error) {
    if (error instanceof GatewayError) return outcomeOf(error, 'email');
    throw error;
  }
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
