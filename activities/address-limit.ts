/** A guard against our own mistakes: whatever goes wrong, one address is not told more than so much within an hour. */
import { fitAfter, windowEnd } from '../domain/time/send-window.ts';
import { HOUR, type Instant, plus } from '../domain/time/time.ts';
import type { Db } from '../store/db/pool.ts';
import { settleDelivery } from '../store/write/deliveries.ts';
import type { Scene } from './outgoing/outgoing.ts';

const MOST = 20;

/**
 * @param told when the address was told something, from `limitedSince` on
 * @returns true when the delivery has to wait until the oldest message of the hour is over an hour old
 */
export async function isOverLimit(
  tx: Db,
  scene: Scene,
  told: readonly Instant[],
): Promise<boolean> {
  const { delivery, now, rules } = scene;
  const { window: hours, perAddressHour: most = MOST } = rules.plan.policy;
  if (told.length < most) return false;
  const free = told.at(-most) ?? now;
  const window = { hours, calendar: rules.calendar, zone: rules.zone };
  const at = fitAfter(window, plus(free, HOUR));
  const reason = `一小时内发给同一地址已有${told.length}条，顺延`;
  const to = { state: 'planned' as const, reason, at, notAfter: windowEnd(window, at) };
  await settleDelivery(tx, delivery.key, to, null);
  return true;
}

export const limitedSince = ({ now }: Pick<Scene, 'now'>): Instant => plus(now, -HOUR);
