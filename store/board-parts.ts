/** Statements for the board: the steps around now, and the last message of each unit of a round. */
import type { DeliveryState } from '../domain/delivery/delivery.ts';
import type { Channel, MessageKind, Slot } from '../domain/plan/policy.ts';
import type { Instant } from '../domain/time/time.ts';
import type { Db } from './db/transaction.ts';

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

/** @param only of these obligations; all of the round when left out */
export async function stepsAround(
  db: Db,
  round: string,
  only: readonly string[] | null = null,
): Promise<{ last: Map<string, StepAt>; next: Map<string, StepAt> }> {
  const { rows } = await db.query<StepRow>(
    `(select distinct on (obligation) obligation, key as step, kind, at, false as planned
        from step
       where obligation in (select id from obligation where round = $1) and state = 'performed' and kind in ${LADDER}
         and ($2::text[] is null or obligation = any($2))
       order by obligation, at desc, settled_at desc)
     union all
     (select distinct on (obligation) obligation, key, kind, at, true
        from step
       where obligation in (select id from obligation where round = $1) and state = 'planned' and kind in ${LADDER}
         and ($2::text[] is null or obligation = any($2))
       order by obligation, at)`,
    [round, only],
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
        and state in ('sent', 'delivered', 'rejected', 'unknown', 'given up', 'sending')
      order by obligation, coalesce(settled_at, at) desc, state in ('sent', 'delivered') desc`,
    [round],
  );
  return new Map(rows.map(({ obligation, ...contact }) => [obligation, contact]));
}

/**
 * Whose newest version has a signed page (one that came before counts when that version names it again), and whose
 * newest version a leader has endorsed.
 */
export async function signedOf(
  db: Db,
  round: string,
): Promise<{ scanned: Set<string>; endorsed: Set<string> }> {
  const { rows } = await db.query<{ id: string; scanned: boolean; endorsed: boolean }>(
    `select o.id,
            exists (select 1 from attachment a
                     where a.obligation = o.id and a.purpose = 'scan' and a.removed_at is null
                       and (a.version = o.version or (a.version < o.version and exists (
                            select 1 from submission s join command c on c.id = s.command
                             where s.obligation = o.id and s.version = o.version
                               and c.content->'attachments' @> jsonb_build_array(jsonb_build_object('id', a.id))))))
              as scanned,
            exists (select 1 from endorsement e where e.obligation = o.id and e.version = o.version) as endorsed
       from obligation o where o.round = $1 and o.version > 0`,
    [round],
  );
  const those = (which: 'scanned' | 'endorsed') =>
    new Set(rows.filter((row) => row[which]).map(({ id }) => id));
  return { scanned: those('scanned'), endorsed: those('endorsed') };
}
