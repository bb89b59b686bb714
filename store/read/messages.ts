/** Messages that left: the list of a round, one message with its text, and the row that sending works on. */

import type { DeliveryState } from '../../domain/delivery/delivery.ts';
import type { MessageKind } from '../../domain/plan/message-kinds.ts';
import type { Slot } from '../../domain/plan/policy.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Db } from '../db/pool.ts';

export type MessageRow = {
  /** SHA-256 of its key in hexadecimal: the key contains an address, which must not appear in a link. */
  readonly reference: string;
  readonly channel: 'email' | 'sms' | 'robot';
  readonly kind: MessageKind;
  readonly person: string;
  readonly address: string;
  readonly at: Instant;
  readonly settledAt: Instant | null;
  readonly state: MessageState;
  readonly reason: string | null;
  readonly subject: string;
  readonly text: string;
  readonly parts: number;
  readonly attempts: number;
};

export type MessagePage = {
  readonly message: MessageRow;
  readonly period: string;
  readonly deliveries: readonly {
    readonly unit: string | null;
    readonly unitName: string | null;
    readonly step: string;
    readonly slot: Slot;
    readonly state: DeliveryState;
  }[];
};

type Kinds = readonly { readonly kind: MessageKind; readonly number: number }[];

const reference = `encode(sha256(convert_to(m.key, 'UTF8')), 'hex')`;
const columns = `${reference} as reference, m.channel, m.kind, m.person, m.address, m.at, m.settled_at as "settledAt",
  m.state, m.reason, m.subject, m.text, m.parts, m.attempts`;

/** Newest first; `kinds` counts the whole round whatever the filter. */
export async function readMessagesPage(
  db: Db,
  round: string,
  which: { readonly kind?: string | undefined; readonly offset: number; readonly limit: number },
): Promise<{ readonly kinds: Kinds; readonly rows: readonly MessageRow[] }> {
  const ofRound = `exists (select 1 from delivery d where d.message = m.key and d.round = $1)`;
  const { rows: kinds } = await db.query<Kinds[number]>(
    `select m.kind, count(*)::int as number from message m where ${ofRound} group by m.kind order by min(m.at)`,
    [round],
  );
  const { rows } = await db.query<MessageRow>(
    `select ${columns} from message m
      where ${ofRound} and ($2::text is null or m.kind = $2)
      order by m.at desc, m.person, m.channel, m.key limit $3 offset $4`,
    [round, which.kind ?? null, which.limit, which.offset],
  );
  return { kinds, rows };
}

export async function findMessagePage(
  db: Db,
  plan: string,
  wanted: string,
): Promise<MessagePage | null> {
  const { rows } = await db.query<MessageRow>(
    `select ${columns} from message m where ${reference} = $1`,
    [wanted],
  );
  const message = rows[0];
  if (!message) return null;
  const { rows: deliveries } = await db.query<
    MessagePage['deliveries'][number] & { readonly period: string }
  >(
    `select o.unit, o.unit_name as "unitName", d.step, d.slot, d.state, r.period
       from delivery d join message m on m.key = d.message
       join round r on r.id = d.round left join obligation o on o.id = d.obligation
      where ${reference} = $1 and r.plan = $2 order by o.ordinal, d.key`,
    [wanted, plan],
  );
  const period = deliveries[0]?.period;
  return period === undefined ? null : { message, period, deliveries };
}

export type MessageState =
  | 'sending'
  | 'failed for now'
  | 'sent'
  | 'delivered'
  | 'rejected'
  | 'unknown'
  | 'given up'
  | 'cancelled';

export type Message = {
  readonly key: string;
  readonly channel: 'email' | 'sms' | 'robot';
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

export const MESSAGE_COLUMNS = `key, channel, kind, at, person, address, owner, attempt, attempts, state, claimed_at as "claimedAt"`;

export async function findMessage(db: Db, key: string): Promise<Message | null> {
  const { rows } = await db.query<Message>(
    `select ${MESSAGE_COLUMNS} from message where key = $1`,
    [key],
  );
  return rows[0] ?? null;
}
