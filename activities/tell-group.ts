/** Lets the robot speak in the bureau's work group: claim, one send, settle. What may have been said is not said again. */
import { cancellationSignal } from '@temporalio/activity';
import { messageKey, subjectOf } from '../domain/delivery/delivery.ts';
import { isHalted } from '../domain/round/round.ts';
import type { Instant } from '../domain/time/time.ts';
import { GatewayError, type RobotGateway } from '../gateways/gateway.ts';
import { lockObligations } from '../store/db/locks.ts';
import type { Db } from '../store/db/pool.ts';
import { inTransaction, patiently } from '../store/db/transaction.ts';
import { type Delivery, findDelivery } from '../store/read/deliveries.ts';
import { findMessage } from '../store/read/messages.ts';
import { readRules } from '../store/read/plans.ts';
import { settleDelivery } from '../store/write/deliveries.ts';
import { readRoundLocked } from '../store/write/locked.ts';
import { endMessage, insertMessage, takeOver } from '../store/write/messages.ts';
import type { Deps } from './deps.ts';
import { attemptId, outcomeOf } from './outgoing/send-out.ts';
import type { Outcome } from './outgoing/settle.ts';
import type { DigestContent } from './round/digest.ts';
import { type LookDeps, type RoundLook, roundLook } from './round/look-at-round.ts';
import { isWaiting, retime } from './tell-bureau.ts';
import { LONGEST_PAUSE_MS, settleOrTryLater } from './try-later.ts';

/** Whom a message of the robot names as its recipient: nobody in particular. */
const GROUP = { person: '工作群', address: 'group' };

type Ready = {
  readonly key: string;
  readonly text: string;
  readonly plan: string;
  readonly robot: RobotGateway;
};

type GroupDeps = LookDeps & Pick<Deps, 'now'>;

export const createTellGroup = (deps: GroupDeps) => ({
  async tellGroup({ delivery }: { delivery: string }): Promise<RoundLook> {
    await tellOnce(deps, delivery);
    return roundLook(deps, subjectOf(delivery), await deps.now());
  },
});

async function tellOnce(deps: GroupDeps, delivery: string): Promise<void> {
  const attempt = attemptId();
  const now = await deps.now();
  const ready = await inTransaction(deps.pool, (tx) => claim(tx, deps, delivery, attempt, now));
  if (ready === null) return;
  const outcome = await say(ready);
  const message = { key: ready.key, attempt, pauseMs: LONGEST_PAUSE_MS };
  // The answer is in hand: a database that comes back within seconds must not make it unknown.
  await patiently(() =>
    inTransaction(deps.pool, async (tx) =>
      settleOrTryLater(tx, message, outcome, await deps.now()),
    ),
  );
}

async function claim(
  tx: Db,
  { robot }: Pick<Deps, 'robot'>,
  key: string,
  attempt: string,
  now: Instant,
): Promise<Ready | null> {
  const found = await findDelivery(tx, key);
  if (!found) return null;
  const round = await readRoundLocked(tx, found.round);
  await lockObligations(tx, [key]);
  const delivery = await findDelivery(tx, key);
  if (!delivery || isHalted(round) || !isWaiting(delivery, now)) return null;
  if (await isHalfWay(tx, delivery, now)) return null;
  const isLate = now > delivery.notAfter;
  if (isLate && (await retime(tx, delivery, await readRules(tx, round.plan), now))) return null;
  if (robot === null) {
    await settleDelivery(tx, key, { state: 'skipped', reason: '没有设置群机器人' }, now);
    return null;
  }
  const { text } = delivery.content as DigestContent;
  return { key: await take(tx, delivery, text, attempt, now), text, plan: round.plan, robot };
}

/** Its attempt died between claim and settling: the group would hear it twice. */
async function isHalfWay(tx: Db, { key, message }: Delivery, now: Instant): Promise<boolean> {
  const known = message === null ? null : await findMessage(tx, message);
  if (known?.state !== 'sending') return false;
  const reason = '发送中断，不知是否已送出；未重发';
  await endMessage(tx, known.key, 'unknown', reason, now);
  await settleDelivery(tx, key, { state: 'unknown', reason }, now);
  return true;
}

/** @returns the message's key, the same on every attempt */
async function take(
  tx: Db,
  delivery: Delivery,
  text: string,
  attempt: string,
  now: Instant,
): Promise<string> {
  const { kind, at, round, step, key: owner } = delivery;
  const by = { attempt, claimedAt: now, words: { subject: '', text, parts: 1 } };
  const key =
    delivery.message ?? `${messageKey('robot', GROUP.address, kind, at)}#${round}#${step}`;
  if (delivery.message !== null) await takeOver(tx, key, by);
  else await insertMessage(tx, { key, channel: 'robot', kind, at, ...GROUP, ...by, owner });
  const to = { state: 'sending' as const, message: key, person: GROUP.person };
  await settleDelivery(tx, owner, to, null);
  return key;
}

async function say({ robot, key, text, plan }: Ready): Promise<Outcome> {
  try {
    const { providerId } = await robot.send({ key, text, plans: [plan] }, cancellationSignal());
    return { state: 'sent', providerId };
  } catch (error) {
    if (error instanceof GatewayError) return outcomeOf(error, 'robot');
    throw error;
  }
}
