/** When and how the units of a round were last written to or called. */

import { ATTEMPTED, type DeliveryState, NOT_ARRIVED } from '../../domain/delivery/delivery.ts';
import type { MessageKind } from '../../domain/plan/message-kinds.ts';
import type { Channel, Slot } from '../../domain/plan/policy.ts';
import type { Instant } from '../../domain/time/time.ts';
import { type Db, sqlList } from '../db/pool.ts';

/** The newest step with a message to the unit, and the state of each of its messages. */
export type LastMessage = {
  readonly kind: MessageKind;
  readonly at: Instant;
  readonly parts: readonly {
    readonly slot: Slot;
    readonly channel: Channel;
    readonly state: DeliveryState;
  }[];
};
/** An empty answer: nobody picked up. */
type LastCall = { readonly at: Instant; readonly answer: string };

/** By obligation. */
export type ContactsMade = {
  readonly messages: ReadonlyMap<string, LastMessage>;
  readonly calls: ReadonlyMap<string, LastCall>;
};

/** The newer of message and call. */
export type LastContact =
  | { readonly at: Instant; readonly message: LastMessage; readonly call?: never }
  | { readonly at: Instant; readonly call: LastCall; readonly message?: never };

/** A message that failed is a contact too. Null when the unit was neither written to nor called. */
export function lastContact(made: ContactsMade, obligation: string): LastContact | null {
  const message = made.messages.get(obligation);
  const call = made.calls.get(obligation);
  if (call && (!message || call.at > message.at)) return { at: call.at, call };
  return message ? { at: message.at, message } : null;
}

export async function readContactsMade(
  db: Db,
  round: string,
  obligations: readonly string[],
): Promise<ContactsMade> {
  return {
    messages: await lastMessages(db, round, obligations),
    calls: await lastCalls(db, round, obligations),
  };
}

/** Obligations with at least one message that did not reach the liaison, even if a later one did. */
export async function onceUndelivered(db: Db, round: string): Promise<string[]> {
  const { rows } = await db.query<{ obligation: string }>(
    `select distinct obligation from delivery
      where round = $1 and obligation is not null and slot = 'liaison' and channel in ('email', 'sms', 'letter')
        and state in ${sqlList(NOT_ARRIVED)}`,
    [round],
  );
  return rows.map(({ obligation }) => obligation);
}

type Keyed<T> = T & { readonly obligation: string };
const byObligation = <T>(rows: readonly Keyed<T>[]): Map<string, T> =>
  new Map(rows.map((row) => [row.obligation, row]));

// Leaves out what was only planned, held or cancelled, and deputies who did not need a message.
async function lastMessages(
  db: Db,
  round: string,
  obligations: readonly string[],
): Promise<Map<string, LastMessage>> {
  const { rows } = await db.query<Keyed<LastMessage>>(
    `with tried as (
       select obligation, cycle, step, kind, slot, channel, state, at from delivery
        where round = $1 and obligation = any($2) and channel in ('email', 'sms', 'letter')
          and (state in ${sqlList(ATTEMPTED)}
               or (state = 'skipped' and slot = 'liaison'))),
     newest as (
       select distinct on (obligation) obligation, cycle, step, kind
         from tried order by obligation, at desc, cycle desc, step)
     select n.obligation, n.kind, min(t.at) as at,
            jsonb_agg(jsonb_build_object('slot', t.slot, 'channel', t.channel, 'state', t.state)
                      order by t.slot desc, t.channel) as parts
       from newest n join tried t using (obligation, cycle, step)
      group by n.obligation, n.kind`,
    [round, obligations],
  );
  return byObligation(rows);
}

async function lastCalls(
  db: Db,
  round: string,
  obligations: readonly string[],
): Promise<Map<string, LastCall>> {
  const { rows } = await db.query<Keyed<LastCall>>(
    `select distinct on (obligation) obligation, received_at as at, content->>'answer' as answer
       from command
      where subject = $1 and obligation = any($2) and kind = 'call' and (outcome->>'ok')::boolean
      order by obligation, seq desc`,
    [round, obligations],
  );
  return byObligation(rows);
}
