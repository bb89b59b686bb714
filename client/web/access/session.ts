/** The session cookie: issued at sign-in, rotated while in use, expired after 12 idle hours or 7 days. */

import { randomUUID } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { DAY, HOUR, type Instant, MINUTE, plus } from '../../../domain/time/time.ts';
import {
  addSession,
  findSession,
  rotateSession,
  type Session,
  type SessionWay,
  touchSession,
} from '../../../store/visit/sessions.ts';
import type { Deps } from '../deps.ts';
import { newToken, tokenHash } from './token.ts';

const SESSION_COOKIE = 'cuibao';
const LONGEST = 7 * DAY;
const LEFT_ALONE = 12 * HOUR;
const ROTATE_AFTER = HOUR;
const OLD_TOKEN_FOR = MINUTE;

/** Which sessions are valid at `now`. */
export const sessionLimits = (now: Instant) => ({
  begunAfter: plus(now, -LONGEST),
  seenAfter: plus(now, -LEFT_ALONE),
  rotatedAfter: plus(now, -OLD_TOKEN_FOR),
});

/** Always issues a new token, so a token planted before the sign-in (session fixation) is useless. */
export async function beginSession(
  c: Context,
  deps: Deps,
  who: { readonly address: string; readonly way: SessionWay },
): Promise<void> {
  const token = newToken();
  await addSession(deps.pool, deps.plan, tokenHash(token), {
    ...who,
    id: randomUUID(),
    client: clientOf(c, deps),
    agent: (c.req.header('user-agent') ?? '').slice(0, 200),
    beganAt: await deps.now(),
  });
  giveCookie(c, deps, token);
  markArrival(c, deps);
}

export async function currentSession(c: Context, deps: Deps): Promise<Session | null> {
  const token = getCookie(c, SESSION_COOKIE);
  if (!token) return null;
  const now = await deps.now();
  const session = await findSession(deps.pool, deps.plan, tokenHash(token), sessionLimits(now));
  if (!session) return null;
  // A page that refreshes itself does not keep a session alive (docs/decisions/0020).
  if (c.req.query('by') !== 'itself') await touchSession(deps.pool, session.id, now);
  if (c.req.method === 'GET' && session.rotatedAt < plus(now, -ROTATE_AFTER)) {
    await rotate(c, deps, session, token, now);
  }
  return session;
}

export const forgetCookie = (c: Context, deps: Deps): void => {
  deleteCookie(c, SESSION_COOKIE, cookieOptions(deps));
};

async function rotate(c: Context, deps: Deps, { id }: Session, token: string, now: Instant) {
  const next = newToken();
  const tokens = { old: tokenHash(token), next: tokenHash(next) };
  if (await rotateSession(deps.pool, id, tokens, now)) giveCookie(c, deps, next);
}

const giveCookie = (c: Context, deps: Deps, token: string): void => {
  setCookie(c, SESSION_COOKIE, token, { ...cookieOptions(deps), maxAge: LONGEST / 1000 });
};

// Lax: a link in a mail must open its page signed in. GET changes nothing.
const cookieOptions = ({ webUrl }: Deps) =>
  ({
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: webUrl?.startsWith('https:') ?? false,
  }) as const;

/** Set with a new session; marks the first page after the sign-in. */
const ARRIVAL_COOKIE = 'cuibao-arrived';

const markArrival = (c: Context, { webUrl }: Deps): void => {
  setCookie(c, ARRIVAL_COOKIE, '1', {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: webUrl?.startsWith('https:') ?? false,
    maxAge: MINUTE / 1000,
  });
};

export const hasArrived = (c: Context): boolean => getCookie(c, ARRIVAL_COOKIE) !== undefined;

export const forgetArrival = (c: Context): void => {
  deleteCookie(c, ARRIVAL_COOKIE, { path: '/' });
};

/**
 * The client's network address. `X-Forwarded-For` counts only when the settings say that our own proxy writes it: its
 * last entry.
 */
export function clientOf(c: Context, { behindProxy = false }: Pick<Deps, 'behindProxy'>): string {
  const forwarded = behindProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : '';
  if (forwarded) return forwarded.slice(0, 64);
  try {
    return getConnInfo(c).remote.address ?? 'unknown';
  } catch {
    // No socket: `app.request()` in tests and in the gallery.
    return 'unknown';
  }
}
