/** Walks every hash chain of the audit trail. */

import type { Db } from './db/transaction.ts';
import { brokenEntry } from './write/chain.ts';

/** The first entry of a chain that does not fit. */
export type Broken = { readonly subject: string; readonly entry: number };

export async function brokenChains(
  db: Db,
): Promise<{ readonly chains: number; readonly broken: readonly Broken[] }> {
  const { rows } = await db.query<{ subject: string }>(
    `select subject from chain order by subject`,
  );
  const broken: Broken[] = [];
  for (const { subject } of rows) {
    const entry = await brokenEntry(db, subject);
    if (entry !== null) broken.push({ subject, entry });
  }
  return { chains: rows.length, broken };
}
