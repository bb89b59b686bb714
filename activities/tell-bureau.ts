/** Sends one digest to an officer of the bureau: claim, one send, settle, as for a unit, with the round's lock only. */
import { cancellationSignal } from '@temporalio/activity';
import { messageKey } from '../domain/delivery.ts';
import { isHalted } from '../domain/round.ts';
import { fitAfter, windowEnd } from '../domain/send-window.ts';
import type { Instant } from '../domain/time.ts';
import { GatewayError } from '../gateways/gateway.ts';
import { readCompiled } from '../store/compilations.ts';
import { type Delivery, findDelivery, settleDelivery } from '../store/deliveries.ts';
import { lockObligations } from '../store/locks.ts';
import {
  endMessage,
  findMessage,
  insertMessage,
  settleMessage,
  takeOver,
} from '../store/messages.ts';
import { type Db, inTransaction } from '../store/pool.ts';
import { holdRound } from '../store/rounds.ts';
import { readRules } from '../store/rules.ts';
import { attemptId, outcomeOf, passingFailure } from './deliver.ts';
import type { Deps } from './deps.ts';
import { type DigestContent, isOfOneDay } from './digest.ts';
import { officersOf } from './officers.ts';
import { addressIn } from './recipient.ts';
import type { Outcome } from './settle.ts';

type Ready = {
  readonly key: string;
  readonly round: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly content: DigestContent;
};

export const createTellBureau = (deps: Pick<Deps, 'pool' | 'mail' | 'now'>) => ({
  async tellBureau({ delivery }: { delivery: string }): Promise<void> {
    const attempt = attemptId();
    const now = await deps.now();
    const ready = await inTransaction(deps.pool, (tx) => claim(tx, delivery, attempt, now));
    if (ready === null) return;
    const outcome = await send(deps, ready, now);
    await settleMessage(deps.pool, ready.key, attempt, outcome, await deps.now());
    if (outcome.state === 'failed for now') throw passingFailure(outcome);
  },
});

async function claim(tx: Db, key: string, attempt: string, now: Instant): Promise<Ready | null> {
  const found = await findDelivery(tx, key);
  if (!found) return null;
  const round = await holdRound(tx, found.round);
  const { plan } = round;
  await lockObligations(tx, [key]);
  const delivery = await findDelivery(tx, key);
  if (!delivery || isHalted(round) || !isWaiting(delivery, now)) return null;
  if (now > delivery.notAfter && (await retime(tx, delivery, plan, now))) return null;
  const officer = (await officersOf(tx, plan))[contentOf(delivery).officer ?? 0];
  const address = officer && addressIn(officer, 'email');
  if (!officer || !address) {
    const reason = '没有登记市金融局经办人员的邮箱';
    await settleDelivery(tx, key, { state: 'skipped', reason }, now);
    return null;
  }
  const to = { name: officer.name, address };
  return {
    key: await take(tx, delivery, to, attempt, now),
    round: found.round,
    to,
    content: contentOf(delivery),
  };
}

export const isWaiting = (delivery: Delivery, now: Instant): boolean =>
  (delivery.state === 'planned' || delivery.state === 'sending') && now >= delivery.at;

const contentOf = (delivery: Delivery): DigestContent => delivery.content as DigestContent;

/** @returns the message's key, the same on every attempt */
async function take(
  tx: Db,
  delivery: Delivery,
  to: Ready['to'],
  attempt: string,
  now: Instant,
): Promise<string> {
  const { kind, at } = delivery;
  const key = delivery.message ?? `${messageKey('email', to.address, kind, at)}#${delivery.step}`;
  const { subject, text } = contentOf(delivery);
  const by = { attempt, claimedAt: now, words: { subject, text, parts: 1 } };
  if (await findMessage(tx, key)) await takeOver(tx, key, by);
  else {
    const made = { key, channel: 'email' as const, kind, at, person: to.name, address: to.address };
    await insertMessage(tx, { ...made, ...by, owner: delivery.key });
  }
  await settleDelivery(tx, delivery.key, { state: 'sending', message: key, person: to.name }, null);
  return key;
}

/** @returns true when the next send window is not yet, or nothing is to be sent any more */
export async function retime(
  tx: Db,
  delivery: Delivery,
  plan: string,
  now: Instant,
): Promise<boolean> {
  const { calendar, zone, ...rules } = await readRules(tx, plan);
  const window = { hours: rules.plan.policy.window, calendar, zone };
  const at = fitAfter(window, now);
  if (isOfOneDay(delivery.step) && zone.dayOf(at) !== zone.dayOf(delivery.at)) {
    await giveUp(tx, delivery, now);
    return true;
  }
  const to = {
    state: 'planned' as const,
    at,
    notAfter: windowEnd(window, at),
    reason: '发送时段已过，顺延',
  };
  await settleDelivery(tx, delivery.key, to, null);
  return at > now;
}

async function giveUp(tx: Db, delivery: Delivery, now: Instant): Promise<void> {
  const reason = '只对当日有效，当日未能发出，不再发';
  const state = delivery.message === null ? 'skipped' : 'given up';
  await settleDelivery(tx, delivery.key, { state, reason }, now);
  if (delivery.message) await endMessage(tx, delivery.message, 'given up', reason, now);
}

async function send(
  deps: Pick<Deps, 'pool' | 'mail'>,
  ready: Ready,
  now: Instant,
): Promise<Outcome> {
  const { compilation, subject, text } = ready.content;
  const made = compilation ? await readCompiled(deps.pool, ready.round, compilation) : null;
  const attachments = made
    ? [{ filename: `汇总报告第${compilation}版.docx`, contentType: DOCX, content: made.document }]
    : [];
  try {
    const mail = {
      key: ready.key,
      to: ready.to,
      subject,
      text,
      attachments,
      threads: [ready.round],
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
