/** What the record says of an address before something is sent to it. */
import type { DeadMailbox } from '../domain/delivery.ts';
import type { Instant } from '../domain/time.ts';
import { at, type Db } from './pool.ts';

export type AddressRecord = {
  /** When it was told something since, in order; what failed before it was handed over does not count. */
  readonly told: readonly Instant[];
  /** The newest bounce that marks it; null for a mobile, which nothing marks. */
  readonly bounced: DeadMailbox | null;
};

/** In one statement: every claim of a new message asks. @param address lower case */
export async function readAddressRecord(
  db: Db,
  address: string,
  since: Instant,
): Promise<AddressRecord> {
  const { rows } = await db.query<DeadMailbox & { marked: boolean }>(
    `select claimed_at as at, null as code, false as marked from message
      where address = $1 and claimed_at > $2 and state in ('sending', 'sent', 'delivered', 'unknown')
     union all
     select at, code, true from bounced_address
      where address = $1 and verdict = 'undelivered' and cleared_at is null
     order by at`,
    [address, at(since)],
  );
  return {
    told: rows.filter(({ marked }) => !marked).map((row) => row.at),
    bounced: rows.findLast(({ marked }) => marked) ?? null,
  };
}
