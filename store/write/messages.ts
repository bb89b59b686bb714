/** Writes `message`: before it is sent, and its outcome. */

import type { Instant } from '../../domain/time/time.ts';
import { at, type Db } from '../db/pool.ts';
import { write } from '../db/transaction.ts';
import type { Message, MessageState } from '../read/messages.ts';

/** An SMS has no subject and is billed by its parts. */
type Words = { readonly subject: string; readonly text: string; readonly parts: number };

/** @param carried keys of the deliveries that the message carries; they become `sending` */
export async function insertMessage(
  tx: Db,
  message: Omit<Message, 'attempts' | 'state'> & { readonly words: Words },
  carried: readonly string[] = [],
): Promise<void> {
  await write(
    tx,
    `with carried as (
       update delivery set state = 'sending', reason = null, settled_at = null, person = $5, message = $1
        where key = any($13))
     insert into message (key, reference, channel, kind, at, person, address, owner, attempt, state, claimed_at, subject,
                          text, parts)
     values ($1, encode(sha256(convert_to($1, 'UTF8')), 'hex'), $2, $3, $4, $5, $6, $7, $8, 'sending', $9, $10, $11, $12)`,
    [
      message.key,
      message.channel,
      message.kind,
      at(message.at),
      message.person,
      message.address,
      message.owner,
      message.attempt,
      at(message.claimedAt),
      message.words.subject,
      message.words.text,
      message.words.parts,
      carried,
    ],
  );
}

/**
 * A later attempt of the same owner takes the message over after an attempt failed or crashed, with text written anew.
 */
export async function takeOver(
  tx: Db,
  key: string,
  by: { readonly attempt: string; readonly claimedAt: Instant; readonly words: Words },
): Promise<void> {
  const { subject, text, parts } = by.words;
  await write(
    tx,
    `update message set attempt = $2, attempts = attempts + 1, state = 'sending', claimed_at = $3, subject = $4,
            text = $5, parts = $6
      where key = $1`,
    [key, by.attempt, at(by.claimedAt), subject, text, parts],
  );
}

/**
 * Writes the outcome, but only for the attempt that holds the message: a slow earlier attempt must not overwrite a
 * later one. @returns keys of the deliveries the message carried; none when another attempt has taken over
 */
export async function settleMessage(
  tx: Db,
  key: string,
  attempt: string,
  to: { readonly state: MessageState; readonly providerId?: string; readonly reason?: string },
  now: Instant,
): Promise<string[]> {
  const again = to.state === 'failed for now';
  const { rows } = await tx.query<{ key: string }>(
    `with settled as (
       update message set state = $3, provider_id = $4, reason = $5, settled_at = $6
        where key = $1 and attempt = $2 and state = 'sending'
        returning key)
     update delivery set state = $7, reason = $5, settled_at = $8
       from settled where delivery.message = settled.key
     returning delivery.key`,
    [
      key,
      attempt,
      to.state,
      to.providerId ?? null,
      to.reason ?? null,
      at(now),
      again ? 'planned' : to.state,
      again ? null : at(now),
    ],
  );
  return rows.map((row) => row.key);
}

/** Ends a message that no attempt is sending and none will send again. */
export async function endMessage(
  tx: Db,
  key: string,
  state: 'given up' | 'cancelled' | 'unknown',
  reason: string,
  now: Instant,
): Promise<void> {
  await write(
    tx,
    `update message set state = $2, reason = $3, settled_at = $4 where key = $1 and state in ('sending', 'failed for now')`,
    [key, state, reason, at(now)],
  );
}

/**
 * Applies a receipt to a message that was handed over, and to its deliveries. `settled_at` stays the moment of handing
 * over, unless the message did not arrive.
 * @returns the keys of those deliveries
 */
export async function settleByReceipt(
  tx: Db,
  key: string,
  to: { readonly state: 'delivered' | 'rejected'; readonly reason: string | null },
  now: Instant,
): Promise<string[]> {
  const settledAt = to.state === 'rejected' ? at(now) : null;
  const { rows } = await tx.query<{ key: string }>(
    `with reported as (
       update message set state = $2, reason = $3, settled_at = coalesce($4, settled_at)
        where key = $1 and state in ('sent', 'unknown') returning key)
     update delivery set state = $2, reason = $3, settled_at = coalesce($4, settled_at)
       from reported where delivery.message = reported.key and delivery.state in ('sent', 'unknown')
     returning delivery.key`,
    [key, to.state, to.reason, settledAt],
  );
  return rows.map((row) => row.key);
}

/**
 * The message goes on with the deliveries `kept`; the others are planned again. In a round that is over they become
 * `unknown`: nothing is sent there any more, and the message may have arrived.
 * @returns the obligations of the others
 */
export async function letOthersGo(
  tx: Db,
  message: string,
  kept: readonly string[],
  now: Instant,
): Promise<string[]> {
  const { rows } = await tx.query<{ obligation: string }>(
    `update delivery d
        set state = case when r.phase = 'open' then 'planned' else 'unknown' end,
            message = case when r.phase = 'open' then null else message end,
            settled_at = case when r.phase = 'open' then null else $3::timestamptz end
       from round r
      where r.id = d.round and d.message = $1 and d.key <> all($2) and d.state in ('planned', 'sending')
     returning d.obligation`,
    [message, kept, at(now)],
  );
  return rows.map((row) => row.obligation);
}
