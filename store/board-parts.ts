/** Statements for the board: the steps around now, and the last message of each unit of a round. */
import type { DeliveryState } from '../domain/delivery.ts';
import type { Channel, MessageKind, Slot } from '../domain/policy.ts';
import type { Instant } from '../domain/time.ts';
import type { Db } from './pool.ts';

export type StepAt = {
  readonly step: string;
  readonly kind: MessageKind;
  /** The planned moment. */
  readonly at: Instant;
};

export type LastContact = {
  readonly kind: MessageKind;
  readonly channel: Channel;
  readonly slot: Slot;
  readonly state: DeliveryState;
  readonly at: Instant;
};

const LADDER = `('notice', 'reminder', 'due', 'chase', 'press', 'supervise')`;

type StepRow = StepAt & { readonly obligation: string; readonly planned: boolean };

export async function stepsAround(
  db: Db,
  round: string,
): Promise<{ last: Map<string, StepAt>; next: Map<string, StepAt> }> {
  const { rows } = await db.query<StepRow>(
    `(select distinct on (obligation) obligation, key as step, kind, at, false as planned
        from step
       where obligation in (select id from obligation where round = $1) and state = 'performed' and kind in ${LADDER}
       order by obligation, at desc, settled_at desc)
     union all
     (select distinct on (obligation) obligation, key, kind, at, true
        from step
       where obligation in (select id from obligation where round = $1) and state = 'planned' and kind in ${LADDER}
       order by obligation, at)`,
    [round],
  );
  const byObligation = (planned: boolean) =>
    new Map(
      rows
        .filter((row) => row.planned === planned)
        .map(({ obligation, step, kind, at }) => [obligation, { step, kind, at }]),
    );
  return { last: byObligation(false), next: byObligation(true) };
}

export async function lastContacts(db: Db, round: string): Promise<Map<string, LastContact>> {
  const { rows } = await db.query<LastContact & { obligation: string }>(
    `select distinct on (obligation) obligation, kind, channel, slot, state, coalesce(settled_at, at) as at
       from delivery
      where round = $1 and obligation is not null and channel in ('email', 'sms')
        and state in ('sent', 'rejected', 'unknown', 'given up', 'sending')
      order by obligation, coalesce(settled_at, at) desc, state = 'sent' desc`,
    [round],
  );
  return new Map(rows.map(({ obligation, ...contact }) => [obligation, contact]));
}
