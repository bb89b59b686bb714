import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import type { Deps } from '../deps.ts';

/**
 * The network address somebody comes from. A header is believed only when the pages are said to stand behind a proxy
 * that sets it; of several entries the last is the one that the own proxy wrote.
 */
export function clientOf(c: Context, { behindProxy = false }: Pick<Deps, 'behindProxy'>): string {
  const forwarded = behindProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : '';
  if (forwarded) return forwarded.slice(0, 64);
  try {
    return getConnInfo(c).remote.address ?? 'unknown';
  } catch {
    // Asked without a socket: app.request() in tests and in the gallery of pages.
    return 'unknown';
  }
}
