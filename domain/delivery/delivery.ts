/** Deliveries and messages: their states and keys. */

import type { MessageKind } from '../plan/message-kinds.ts';
import type { Channel, Slot } from '../plan/policy.ts';
import { monthDay, yearOf } from '../time/dates-in-words.ts';
import type { Instant, Zone } from '../time/time.ts';

/**
 * - `planned`   waits for its moment
 * - `held`      prepared; waits for a person to release or dismiss it
 * - `sending`   claimed by an attempt; after a crash the next attempt takes over
 * - `sent`      handed over to the mail server or SMS provider
 * - `delivered` arrived, says the carrier (mail servers report failures only)
 * - `rejected`  failed for good: no such address, a bounce, or not arrived, says the carrier
 * - `unknown`   an SMS attempt crashed while sending; a person decides
 * - `given up`  the send window closed during retries, and the next step came first
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
 * The idempotency key. It has no person, address or calendar version: with a new liaison or calendar the same message must
 * not go out twice. Only a new cycle (extension, return) has new keys.
 */
export const deliveryKey = (
  obligation: string,
  cycle: number,
  step: string,
  slot: Slot,
  channel: Channel,
): string => [obligation, cycle, step, slot, channel].join('#');

/** The beginning of a delivery's key: its obligation, or its round for a delivery to the bureau. */
export const subjectOf = (key: string): string => key.split('#', 1)[0] ?? key;

/** One message carries all deliveries of the same address, channel, kind and instant. */
export const messageKey = (
  channel: Channel,
  address: string,
  kind: MessageKind,
  at: Instant,
): string => [channel, address, kind, at].join('#');

/** The reason of a delivery that is skipped for lack of an address. */
export const noAddress = (channel: 'email' | 'sms'): string =>
  `没有可用的联系人${channel === 'sms' ? '手机号' : '邮箱'}`;

/** An address whose mail bounced for good; `at` in plan time. */
export type DeadMailbox = { readonly code: string | null; readonly at: Instant };

/** The reason of a delivery to such an address, with what people can do. */
export const deadMailbox = ({ code, at }: DeadMailbox, zone: Zone, now: Instant): string => {
  const day = monthDay(zone.dayOf(at), yearOf(zone.dayOf(now)));
  const when = [...(code === null ? [] : [code]), day].join('，');
  return `邮箱曾被退信（${when}），不再发送；请核实邮箱，或清除退信标记后补发`;
};

/** The only skipped deliveries that count as failed: the others were skipped for a good reason. */
export const isForLackOfAddress = (state: DeliveryState, reason: string | null): boolean =>
  state === 'skipped' && (reason === noAddress('email') || reason === noAddress('sms'));

/** The reason with the one of the last attempt behind it: officers look for the cause. */
export function withCause(reason: string, before: string | null): string {
  const cause = before?.split('；').at(-1) ?? reason;
  return cause === reason ? reason : `${reason}；${cause}`;
}

type Part = { readonly slot: Slot; readonly state: DeliveryState };

/** A part of the message did not reach the liaison. */
export const isUndelivered = (message: { readonly parts: readonly Part[] } | undefined): boolean =>
  message?.parts.some((part) => part.slot === 'liaison' && hasNotArrived(part.state)) ?? false;
