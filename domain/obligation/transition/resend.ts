/** resend: a failed message again, to the same role and channel at the present address. */

import { hasFailed, isForLackOfAddress } from '../../delivery/delivery.ts';
import { type Refusal, refuse } from '../../problem.ts';
import type { ObligationAct } from '../act.ts';
import { isOutstanding } from '../obligation.ts';
import {
  type Change,
  changed,
  closedBySignOff,
  type NamedDelivery,
  type Situation,
} from './change.ts';

/** Resends in one cycle; after so many the address is probably wrong. */
const MOST = 5;

export function resend(
  now: Situation,
  { delivery: key }: Extract<ObligationAct, { kind: 'resend' }>,
): Change | Refusal {
  const { before, delivery, phase, resends } = now;
  if (phase === 'signed-off') return closedBySignOff(before.round);
  if (delivery === null) return refuse('not_found', `没有编号为“${key}”的投递。`);
  const why = whyNotResent(now, delivery);
  if (why !== null) return refuse('refused', why);
  if (resends >= MOST) {
    return refuse(
      'refused',
      `已为${before.unitName}补发${resends}次，不再补发；请核对联系方式，或改用电话。`,
    );
  }
  return {
    ok: true,
    after: changed(before, {}),
    message: delivery.needsRelease
      ? `将为${before.unitName}重新备稿，备好后待审发。`
      : `将在下一个发送时段按现在登记的联系方式向${before.unitName}补发。`,
    steps: [{ key: `resend-${resends + 1}`, kind: delivery.kind, addressing: [onlyTo(delivery)] }],
    reportChanged: false,
  };
}

/** Null when it may be sent again. */
export const whyNotResent = (
  now: Pick<Situation, 'before' | 'receivedAt'>,
  delivery: Failed,
): string | null => notFailed(delivery) ?? pointless(now, delivery);

type Failed = Omit<NamedDelivery, 'needsRelease'>;

function notFailed({ channel, state, reason, isFollowed }: Failed): string | null {
  if (channel === 'task') return '待办不是信息，不能补发；请直接办理。';
  if (!hasFailed(state) && !isForLackOfAddress(state, reason)) {
    return '这一条没有失败，不必补发。';
  }
  // Two officers, or two windows, must not send it twice.
  return isFollowed ? '这一条已经补发，或其后已有同样的信息，不再重发。' : null;
}

/** Why the message would not be true any more. A receipt always is. */
function pointless(
  { before, receivedAt }: Pick<Situation, 'before' | 'receivedAt'>,
  delivery: Failed,
): string | null {
  const { kind, cycle } = delivery;
  if (kind === 'receipt') return null;
  if (!isOutstanding(before.state)) return `${before.unitName}已报送或免报，不再打扰。`;
  if (cycle < before.cycle) return `${before.unitName}的期限已改，这一条已不适用，不再补发。`;
  const looksAhead = kind === 'reminder' || kind === 'due';
  if (looksAhead && receivedAt > before.due.at) {
    return `${before.unitName}的期限已过，这一条已不适用；如需提醒，请用“立即提醒”。`;
  }
  return null;
}

const onlyTo = ({ slot, channel, needsRelease }: NamedDelivery) => ({
  slot,
  channels: [channel],
  release: needsRelease ? ('held' as const) : ('automatic' as const),
});
