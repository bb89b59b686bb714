/** SMS that were handed over and of which nothing was heard since: their provider is asked, less and less often. */
import type { Instant } from '../domain/time/time.ts';
import { at, type Db } from './db/transaction.ts';

export type WithoutReceipt = {
  readonly address: string;
  readonly claimedAt: Instant;
  readonly providerId: string;
};

/** After 20 minutes (Alibaba Cloud stops pushing after 16), two hours and a day; then nobody will say any more. */
const ASK_AFTER = ['20 minutes', '2 hours', '1 day'];

/** Takes some for asking; each is given out once for each of the three moments. */
export async function takeWithoutReceipt(
  db: Db,
  now: Instant,
  atMost = 20,
): Promise<WithoutReceipt[]> {
  const { rows } = await db.query<WithoutReceipt>(
    `update message set polls = polls + 1
      where key in (select key from message
                     where channel = 'sms' and state in ('sent', 'unknown') and provider_id is not null
                       and polls < cardinality($2::interval[])
                       and claimed_at < $1::timestamptz - ($2::interval[])[polls + 1]
                       and claimed_at > $1::timestamptz - interval '3 days'
                     order by claimed_at limit $3 for update skip locked)
      returning address, claimed_at as "claimedAt", provider_id as "providerId"`,
    [at(now), ASK_AFTER, atMost],
  );
  return rows;
}
