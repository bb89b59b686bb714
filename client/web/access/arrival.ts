/** A mark that goes with a new session, and is good for the first page only. */
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { MINUTE } from '../../../domain/time/time.ts';
import type { Deps } from '../deps.ts';

const ARRIVAL_COOKIE = 'cuibao-arrived';

export const markArrival = (c: Context, { webUrl }: Deps): void => {
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
