/** Walks every hash chain of the audit trail. */
import { brokenEntry } from './chain.ts';
import type { Db } from './pool.ts';

export async function brokenChains(
  db: Db,
): Promise<{ readonly chains: number; readonly broken: readonly string[] }> {
  const { rows } = await db.query<{ subject: string }>(
    `select subject from chain order by subject`,
  );
  const broken: string[] = [];
  for (const { subject } of rows) {
    const entry = await brokenEntry(db, subject);
    if (entry !== null) broken.push(`${subject} 第${entry}条`);
  }
  return { chains: rows.length, broken };
}
