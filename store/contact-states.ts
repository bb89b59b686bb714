/** How each address of a plan was last reached. */

import type { Instant } from '../domain/time/time.ts';
import type { Db } from './db/transaction.ts';
import { type BouncedAddress, readBounced } from './write/bounced-addresses.ts';
import type { MessageState } from './write/messages.ts';

export type ContactState = {
  readonly address: string;
  readonly channel: 'email' | 'sms';
  readonly state: MessageState;
  readonly at: Instant;
  readonly reason: string | null;
  /** Mail to it came back, this one or an earlier one, and nobody has put that right yet. */
  readonly bounced?: BouncedAddress | undefined;
};

/** By address: the newest message to it. */
export async function readContactStates(db: Db, plan: string): Promise<Map<string, ContactState>> {
  const { rows } = await db.query<ContactState>(
    `select distinct on (m.address) m.address, m.channel, m.state, coalesce(m.settled_at, m.claimed_at) as at, m.reason
       from message m
      where m.address in (select lower(email) from contact where plan = $1 union select mobile from contact where plan = $1)
      order by m.address, m.claimed_at desc, m.key`,
    [plan],
  );
  const bounced = await readBounced(db);
  return new Map(rows.map((row) => [row.address, { ...row, bounced: bounced.get(row.address) }]));
}
