/** What an officer has to do: open tasks, and letters and slips held for release. */

import type { DeliveryState } from '../../domain/delivery/delivery.ts';
import type { HeldText } from '../../domain/delivery/message-text.ts';
import type { MessageKind } from '../../domain/plan/message-kinds.ts';
import type { Channel, Slot } from '../../domain/plan/policy.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Db } from '../db/pool.ts';

export type TaskKind =
  | 'call'
  | 'release'
  | 'unreachable'
  | 'unknown'
  | 'resubmission'
  | 'extension'
  /** A unit has named another liaison. */
  | 'contacts';
export type Task = {
  readonly id: string;
  readonly round: string;
  readonly obligation: string | null;
  readonly delivery: string | null;
  readonly kind: TaskKind;
  readonly text: string;
  readonly since: Instant;
};

export async function openTasks(db: Db, plan: string, period?: string): Promise<Task[]> {
  const { rows } = await db.query<Task>(
    `select t.id, t.round, t.obligation, t.delivery, t.kind, t.text, t.since
       from task t join round r on r.id = t.round
      where r.plan = $1 and ($2::text is null or r.period = $2) and t.done_at is null
      order by t.since, t.id`,
    [plan, period ?? null],
  );
  return rows;
}

/** Letters, slips and messages that wait for a person. */
export type HeldDocument = {
  readonly key: string;
  readonly obligation: string;
  readonly unitName: string;
  readonly channel: Channel;
  readonly person: string | null;
  readonly at: Instant;
  readonly content: HeldText;
};

/** @param period left out: all rounds of the plan */
export async function heldDocuments(
  db: Db,
  plan: string,
  period?: string,
): Promise<HeldDocument[]> {
  const { rows } = await db.query<HeldDocument>(
    `select d.key, d.obligation, o.unit_name as "unitName", d.channel, d.person, d.at, d.content
       from delivery d join obligation o on o.id = d.obligation join round r on r.id = d.round
      where r.plan = $1 and ($2::text is null or r.period = $2) and d.state = 'held'
      order by d.at, d.key`,
    [plan, period ?? null],
  );
  return rows;
}

/**
 * Whether a person has to release a delivery: a document always, a message where its step says so. What takes the place of
 * another follows that one. @param key of a delivery that is there; an expression
 */
export const needsRelease = (key: string): string => `exists (
  with recursive origin as (
    select obligation, cycle, step, slot, channel, instead_of from delivery where key = ${key}
    union all
    select d.obligation, d.cycle, d.step, d.slot, d.channel, d.instead_of
      from delivery d join origin on d.key = origin.instead_of)
  select 1 from origin left join step s on s.obligation = origin.obligation and s.cycle = origin.cycle and s.key = origin.step
   where origin.instead_of is null
     and (origin.channel in ('letter', 'slip')
          or exists (select 1 from jsonb_array_elements(s.addressing) as each
                      where each->>'slot' = origin.slot and each->'channels' ? origin.channel
                        and each->>'release' = 'held')))`;

export async function mustBeReleased(db: Db, key: string): Promise<boolean> {
  const { rows } = await db.query<{ must: boolean }>(`select ${needsRelease('$1')} as must`, [key]);
  return rows[0]?.must ?? false;
}

/** One letter, slip or held message, as it was prepared or edited. */
export type Letter = {
  readonly delivery: string;
  readonly kind: MessageKind;
  readonly channel: Channel;
  readonly slot: Slot;
  readonly state: DeliveryState;
  readonly person: string | null;
  readonly at: Instant;
  readonly document: HeldText;
};

/** @param reference SHA-256 of the delivery's key in hexadecimal */
export async function findLetter(
  db: Db,
  obligation: string,
  reference: string,
): Promise<Letter | null> {
  const { rows } = await db.query<Letter>(
    `select key as delivery, kind, channel, slot, state, person, at, content as document from delivery
      where obligation = $1 and content is not null
        and encode(sha256(convert_to(key, 'UTF8')), 'hex') = $2`,
    [obligation, reference],
  );
  return rows[0] ?? null;
}
