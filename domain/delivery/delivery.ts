/** Steps, deliveries and messages: what is planned, for whom, and what became of it. */

import type { MessageKind } from '../plan/message-kinds.ts';
import type { Channel, Slot } from '../plan/policy.ts';
import { monthDay, yearOf } from '../time/dates-in-words.ts';
import type { Instant, Zone } from '../time/time.ts';

/**
 * - `planned`   its moment has not come
 * - `held`      prepared; a person lets it go or dismisses it
 * - `sending`   an attempt has claimed it; after a crash the next attempt takes over
 * - `sent`      handed over; not proof of reading
 * - `delivered` the carrier says that it arrived (mail servers say only when it did not)
 * - `rejected`  trying again cannot help: no such address, a bounce now or earlier, or the carrier says that it did not
 *               arrive
 * - `unknown`   an SMS attempt died half-way; a person decides
 * - `given up`  the window closed on retries and the next step came first
 * - `skipped`   not sent, with the reason (too late, no recipient …)
 * - `cancelled` not needed any more, with the reason (reported, extended, round over)
 * - `dismissed` a held document that a person decided not to send
 */
export type DeliveryState =
  | 'planned'
  | 'held'
  | 'sending'
  | 'sent'
  | 'delivered'
  | 'rejected'
  | 'unknown'
  | 'given up'
  | 'skipped'
  | 'cancelled'
  | 'dismissed';

type States = readonly DeliveryState[];

/** Handed over, and not known to have failed since. */
export const GONE: States = ['sent', 'delivered'];
/** Tried, and it did not arrive as far as is known. */
export const FAILED: States = ['rejected', 'unknown', 'given up'];
/** Nothing arrived: the attempt failed, or none was made. */
export const NOT_ARRIVED: States = [...FAILED, 'skipped'];
/** Tried, whatever the result. */
export const ATTEMPTED: States = ['sending', ...GONE, ...FAILED];

export const hasGone = (state: DeliveryState): boolean => GONE.includes(state);
export const hasFailed = (state: DeliveryState): boolean => FAILED.includes(state);
export const hasNotArrived = (state: DeliveryState): boolean => NOT_ARRIVED.includes(state);

/**
 * The idempotency key. No person, address or calendar version in it: a new liaison or a re-planned calendar must not
 * send the same thing twice. Only a new cycle (extension, return) makes new keys.
 */
export const deliveryKey = (
  obligation: string,
  cycle: number,
  step: string,
  slot: Slot,
  channel: Channel,
): string => [obligation, cycle, step, slot, channel].join('#');

/** What the key of a delivery begins with: its obligation, or the round when it is the bureau's. */
export const subjectOf = (key: string): string => key.split('#', 1)[0] ?? key;

/** One mail or SMS gathers all deliveries of the same person, channel, kind and instant. */
export const messageKey = (
  channel: Channel,
  address: string,
  kind: MessageKind,
  at: Instant,
): string => [channel, address, kind, at].join('#');

/** Why a delivery found nobody to go to. */
export const noAddress = (channel: 'email' | 'sms'): string =>
  `没有可用的联系人${channel === 'sms' ? '手机号' : '邮箱'}`;

/** An address from which mail came back for good; `at` in plan time. */
export type DeadMailbox = { readonly code: string | null; readonly at: Instant };

/** Why nothing was sent to a marked address, and what people can do about it. */
export const deadMailbox = ({ code, at }: DeadMailbox, zone: Zone, now: Instant): string => {
  const day = monthDay(zone.dayOf(at), yearOf(zone.dayOf(now)));
  const when = [...(code === null ? [] : [code]), day].join('，');
  return `邮箱曾被退信（${when}），不再发送；请核实邮箱，或清除退信标记后补发`;
};

/** Among what is skipped, the only failure: the rest was spared, or came too late, for a good reason. */
export const isForLackOfAddress = (state: DeliveryState, reason: string | null): boolean =>
  state === 'skipped' && (reason === noAddress('email') || reason === noAddress('sms'));

/** What became of it, and behind it what had been said of its last attempt: an officer looks for the cause. */
export function withCause(reason: string, before: string | null): string {
  const cause = before?.split('；').at(-1) ?? reason;
  return cause === reason ? reason : `${reason}；${cause}`;
}

type Part = { readonly slot: Slot; readonly state: DeliveryState };

/** Something of the newest step did not get through to the liaison. */
export const isUndelivered = (message: { readonly parts: readonly Part[] } | undefined): boolean =>
  message?.parts.some((part) => part.slot === 'liaison' && hasNotArrived(part.state)) ?? false;
