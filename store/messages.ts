/** Statements on `message`: what leaves the house. Written before it is sent, settled after. */
import type { MessageKind } from '../domain/policy.ts';
import type { Instant } from '../domain/time.ts';
import { at, type Db } from './pool.ts';

export type MessageState =
  | 'sending'
  | 'failed for now'
  | 'sent'
  | 'rejected'
  | 'unknown'
  | 'given up'
  | 'cancelled';

export type Message = {
  readonly key: string;
  readonly channel: 'email' | 'sms';
  readonly kind: MessageKind;
  readonly at: Instant;
  readonly person: string;
  readonly address: string;
  readonly owner: string;
  readonly attempt: string;
  readonly attempts: number;
  readonly state: MessageState;
  readonly claimedAt: Instant;
};

const columns = `key, channel, kind, at, person, address, owner, attempt, attempts, state, claimed_at as "claimedAt"`;

export async function findMessage(db: Db, key: string): Promise<Message | null> {
  const { rows } = await db.query<Message>(`select ${columns} from message where key = $1`, [key]);
  return rows[0] ?? null;
}

export async function insertMessage(
  tx: Db,
  message: Omit<Message, 'attempts' | 'state'>,
): Promise<void> {
  await tx.query(
    `insert into message (key, channel, kind, at, person, address, owner, attempt, state, claimed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'sending', $9)`,
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
    ],
  );
}

/** A later attempt of the same owner takes the message over from one that failed or died. */
export async function takeOver(tx: Db, key: string, attempt: string, now: Instant): Promise<void> {
  await tx.query(
    `update message set attempt = $2, attempts = attempts + 1, state = 'sending', claimed_at = $3 where key = $1`,
    [key, attempt, at(now)],
  );
}

export async function writeText(
  tx: Db,
  key: string,
  text: { readonly subject: string; readonly text: string; readonly parts: number },
): Promise<void> {
  await tx.query(`update message set subject = $2, text = $3, parts = $4 where key = $1`, [
    key,
    text.subject,
    text.text,
    text.parts,
  ]);
}

/**
 * The outcome, written only by the attempt that still holds the message: a slow earlier one must not overwrite it.
 * @returns the keys of the deliveries the message carried, or null when another attempt has taken over
 */
export async function settleMessage(
  tx: Db,
  key: string,
  attempt: string,
  to: { readonly state: MessageState; readonly providerId?: string; readonly reason?: string },
  now: Instant,
): Promise<string[] | null> {
  const { rowCount } = await tx.query(
    `update message set state = $3, provider_id = $4, reason = $5, settled_at = $6
      where key = $1 and attempt = $2 and state = 'sending'`,
    [key, attempt, to.state, to.providerId ?? null, to.reason ?? null, at(now)],
  );
  if (rowCount !== 1) return null;
  const { rows } = await tx.query<{ key: string }>(
    `update delivery set state = $2, reason = $3, settled_at = $4 where message = $1 returning key`,
    [
      key,
      to.state === 'failed for now' ? 'planned' : to.state,
      to.reason ?? null,
      to.state === 'failed for now' ? null : at(now),
    ],
  );
  return rows.map((row) => row.key);
}

/**
 * Other obligations of the round of which the same step, or its delivery, still waits for the same address by the same
 * channel at the same instant.
 */
export async function sameMessage(
  db: Db,
  of: {
    readonly round: string;
    readonly obligation: string;
    readonly channel: 'email' | 'sms';
    readonly address: string;
    readonly slot: string;
    readonly role: string;
    readonly kind: MessageKind;
    readonly at: Instant;
  },
): Promise<string[]> {
  const { rows } = await db.query<{ obligation: string }>(
    `select o.id as obligation
       from obligation o
       join round r on r.id = o.round
       join step s on s.obligation = o.id and s.cycle = o.cycle
       join contact c on c.plan = r.plan and c.unit = o.unit and c.ordinal = 1
       left join delivery d on d.obligation = o.id and d.cycle = s.cycle and d.step = s.key and d.slot = $8
                           and d.channel = $6
      where o.round = $1 and o.id <> $2 and c.role = $3 and s.kind = $4 and s.at = $5
        and (s.state = 'planned' or (d.state = 'planned' and d.message is null))
        and case when $6 = 'email' then lower(c.email) else c.mobile end = $7
      order by o.id`,
    [of.round, of.obligation, of.role, of.kind, at(of.at), of.channel, of.address, of.slot],
  );
  return rows.map((row) => row.obligation);
}

/** The obligations one message is about. */
export async function carriedBy(db: Db, message: string): Promise<string[]> {
  const { rows } = await db.query<{ obligation: string }>(
    `select obligation from delivery where message = $1 and obligation is not null`,
    [message],
  );
  return rows.map((row) => row.obligation);
}

/**
 * A message that did not get through goes on about its owner alone; what else it carried is planned again.
 * @returns the other obligations
 */
export async function letOthersGo(tx: Db, message: string, owner: string): Promise<string[]> {
  const { rows } = await tx.query<{ obligation: string }>(
    `update delivery set state = 'planned', message = null, settled_at = null
      where message = $1 and key <> $2 and state in ('planned', 'sending') returning obligation`,
    [message, owner],
  );
  return rows.map((row) => row.obligation);
}

/** Ends a message that no attempt is sending: nothing more will come of it. */
export async function endMessage(
  tx: Db,
  key: string,
  state: 'given up' | 'cancelled' | 'unknown',
  reason: string,
  now: Instant,
): Promise<void> {
  await tx.query(
    `update message set state = $2, reason = $3, settled_at = $4 where key = $1 and state in ('sending', 'failed for now')`,
    [key, state, reason, at(now)],
  );
}
