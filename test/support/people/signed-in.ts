/** Sessions of people of the shipped plan, made without a sign-in code. */

import { createHash, randomUUID } from 'node:crypto';
import type { Instant } from '../../../domain/time/time.ts';
import { shippedPlan } from '../../../rehearsal/shipped-plan.ts';
import type { Pool } from '../../../store/db/pool.ts';
import { addSession } from '../../../store/visit/sessions.ts';

/** @returns the cookie of a session that begins at that moment */
export async function signIn(pool: Pool, address: string, beganAt: Instant): Promise<string> {
  const token = randomUUID();
  await addSession(pool, shippedPlan.id, createHash('sha256').update(token).digest('hex'), {
    id: randomUUID(),
    address,
    way: 'email',
    client: '127.0.0.1',
    agent: 'test',
    beganAt,
  });
  return `cuibao=${token}`;
}

/** Adds an account with the role of administrator. @returns the cookie of its session */
export async function createAdministrator(pool: Pool, at: Instant): Promise<string> {
  const email = 'administrator@zhongshan.example';
  await pool.query(
    `insert into account (plan, role, name, email, added_at, added_by)
     values ($1, 'administrator', '管理员', $2, $3, 'test')`,
    [shippedPlan.id, email, new Date(at)],
  );
  return signIn(pool, email, at);
}
