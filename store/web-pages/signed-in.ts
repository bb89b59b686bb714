/** Who is signed in just now: one row for each device. */
import type { Instant } from '../../domain/time/time.ts';
import { at, type Db } from '../db/transaction.ts';
import type { Session } from '../visit/sessions.ts';

export type SignedIn = Omit<Session, 'rotatedAt'>;

/** Newest use first. */
export async function readSignedIn(
  db: Db,
  plan: string,
  limits: { readonly begunAfter: Instant; readonly seenAfter: Instant },
): Promise<SignedIn[]> {
  const { rows } = await db.query<SignedIn>(
    `select id, address, way, client, agent, began_at as "beganAt", seen_at as "seenAt" from session
      where plan = $1 and ended_at is null and began_at > $2 and seen_at > $3
      order by seen_at desc, id`,
    [plan, at(limits.begunAfter), at(limits.seenAfter)],
  );
  return rows;
}
