/**
 * The first page after signing in is never a refusal: a link that was meant for somebody else, or is about what has
 * gone, leads to the person's own start page, which says so in a line.
 */
import type { MiddlewareHandler } from 'hono';
import { languageFor, linkTo } from '../shared/language.ts';
import { forgetArrival, hasArrived } from './arrival.ts';
import { startPath } from './permissions.ts';
import type { Env } from './visitor.ts';

export const leadToStart: MiddlewareHandler<Env> = async (c, next) => {
  const isFirst = c.req.method === 'GET' && hasArrived(c);
  await next();
  const { status } = c.res;
  if (!isFirst || (status >= 300 && status < 400)) return;
  const visitor = c.get('visitor');
  if (visitor && (status === 403 || status === 404)) {
    const start = linkTo(startPath(visitor.grants), languageFor(c), { notice: 'not-yours' });
    c.res = new Response(null, { status: 303, headers: { location: start } });
  }
  forgetArrival(c);
};
