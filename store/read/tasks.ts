/** Letters and slips that wait for a person. */

import type { Channel } from '../../domain/plan/policy.ts';
import type { DocumentText } from '../../domain/texts/facts.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Db } from '../db/transaction.ts';

export type HeldDocument = {
  readonly key: string;
  readonly obligation: string;
  readonly unitName: string;
  readonly channel: Channel;
  readonly person: string | null;
  readonly at: Instant;
  readonly content: DocumentText;
};

/** @param period all of the plan's rounds when left out */
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
