/** Who is signed in, and where. Only the hash of the cookie is stored. */
import type { Instant } from '../../domain/time/time.ts';
import { at, type Db } from '../db/pool.ts';

export type SessionWay = 'email' | 'sms' | 'read-out' | 'link' | 'oidc' | 'demonstration';

export type Session = {
  readonly id: string;
  readonly address: string;
  readonly way: SessionWay;
  readonly client: string;
  readonly agent: string;
  readonly beganAt: Instant;
  readonly seenAt: Instant;
  readonly rotatedAt: Instant;
};

const columns = `id, address, way, client, agent, began_at as "beganAt", seen_at as "seenAt", rotated_at as "rotatedAt"`;

export async function addSession(
  db: Db,
  plan: string,
  tokenHash: string,
  session: Omit<Session, 'seenAt' | 'rotatedAt'>,
): Promise<void> {
  await db.query(
    `insert into session (id, plan, token_hash, rotated_at, address, way, client, agent, began_at, seen_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $4, $4)`,
    [
      session.id,
      plan,
      tokenHash,
      at(session.beganAt),
      session.address,
      session.way,
      session.client,
      session.agent,
    ],
  );
}

type Limits = {
  readonly begunAfter: Instant;
  readonly seenAfter: Instant;
  /** A replaced token is still accepted from requests that were already under way. */
  readonly rotatedAfter: Instant;
};

/** The session of a cookie, unless it has ended or was idle for too long. */
export async function findSession(
  db: Db,
  plan: string,
  tokenHash: string,
  limits: Limits,
): Promise<Session | null> {
  const { rows } = await db.query<Session>(
    `select ${columns} from session
      where plan = $1 and ended_at is null and began_at > $3 and seen_at > $4
        and (token_hash = $2 or (previous_hash = $2 and rotated_at > $5))`,
    [plan, tokenHash, at(limits.begunAfter), at(limits.seenAfter), at(limits.rotatedAfter)],
  );
  return rows[0] ?? null;
}

export async function touchSession(db: Db, id: string, now: Instant): Promise<void> {
  await db.query(`update session set seen_at = $2 where id = $1 and seen_at < $2`, [id, at(now)]);
}

/** @returns false when another request has rotated it meanwhile */
export async function rotateSession(
  db: Db,
  id: string,
  tokens: { readonly old: string; readonly next: string },
  now: Instant,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update session set previous_hash = token_hash, token_hash = $3, rotated_at = $4
      where id = $1 and token_hash = $2`,
    [id, tokens.old, tokens.next, at(now)],
  );
  return rowCount === 1;
}

/** Ends it only if it is this person's session. */
export async function endSession(
  db: Db,
  plan: string,
  which: { readonly id: string; readonly address: string },
  now: Instant,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update session set ended_at = $4 where plan = $1 and id = $2 and address = $3 and ended_at is null`,
    [plan, which.id, which.address, at(now)],
  );
  return rowCount === 1;
}

export async function readSessions(
  db: Db,
  plan: string,
  address: string,
  limits: Pick<Limits, 'begunAfter' | 'seenAfter'>,
): Promise<Session[]> {
  const { rows } = await db.query<Session>(
    `select ${columns} from session
      where plan = $1 and address = $2 and ended_at is null and began_at > $3 and seen_at > $4
      order by seen_at desc`,
    [plan, address, at(limits.begunAfter), at(limits.seenAfter)],
  );
  return rows;
}

/** Whether somebody is signed in with one of these addresses. */
export async function isSignedIn(
  db: Db,
  plan: string,
  addresses: readonly string[],
): Promise<boolean> {
  const { rowCount } = await db.query(
    `select 1 from session where plan = $1 and address = any($2) and ended_at is null limit 1`,
    [plan, addresses],
  );
  return rowCount === 1;
}

/** Ends all sessions of a person, whichever address they used. */
export async function endSessionsOf(
  tx: Db,
  plan: string,
  addresses: readonly string[],
  now: Instant,
): Promise<void> {
  await tx.query(
    `update session set ended_at = $3 where plan = $1 and address = any($2) and ended_at is null`,
    [plan, addresses, at(now)],
  );
}

/** Whether anybody has ever signed in by a link printed in the terminal. */
export async function wasLinkUsed(db: Db, plan: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `select 1 from session where plan = $1 and way = 'link' limit 1`,
    [plan],
  );
  return rowCount === 1;
}

/** A person signed in now: one row for each device. */
export type SignedIn = Omit<Session, 'rotatedAt'>;

/** Most recently used first. */
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
