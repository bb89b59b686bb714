/** The visitor: found by the cookie at every request, with the grants that the record holds now. */

import type { Context, MiddlewareHandler } from 'hono';
import type { SecureHeadersVariables } from 'hono/secure-headers';
import type { Actor } from '../../../domain/command.ts';
import type { Grant, WebRole } from '../../../domain/people/roles.ts';
import { Problem } from '../../../domain/problem.ts';
import { readGrants } from '../../../store/read/grants.ts';
import type { Session } from '../../../store/visit/sessions.ts';
import type { Deps } from '../deps.ts';
import { languageFor, linkTo } from '../shared/language.ts';
import { grantFor, type Permission, startPath } from './permissions.ts';
import { currentSession, forgetArrival, hasArrived } from './session.ts';

export type Visitor = {
  readonly session: Session;
  readonly name: string;
  readonly grants: readonly Grant[];
};

export type Env = { Variables: SecureHeadersVariables & { visitor: Visitor | null } };
export type Request = Context<Env>;

/** Sets `visitor` for all handlers; null when no contact or account has the session's address any more. */
export const lookAtCookie =
  (deps: Deps): MiddlewareHandler<Env> =>
  async (c, next) => {
    const session = await currentSession(c, deps);
    const grants = session ? await grantsOf(deps, session) : [];
    const name = grants[0]?.name;
    c.set('visitor', session && name !== undefined ? { session, grants, name } : null);
    await next();
  };

/** The link printed in the terminal makes an administrator without an account: its reader controls the installation. */
const grantsOf = async ({ pool, plan, now }: Deps, { way, address }: Session): Promise<Grant[]> =>
  way === 'link'
    ? [{ role: 'administrator', unit: null, name: '终端管理员' }]
    : readGrants(pool, plan, address, await now());

/** For handlers behind a route that requires a sign-in. */
export function visitorOf(c: Request): Visitor {
  const visitor = c.get('visitor');
  if (visitor) return visitor;
  throw new Problem('forbidden', '请先登录。');
}

/** The actor for the record, by the grant that permits the action. Throws `forbidden` when there is none. */
export function actorOf(c: Request, permission: Permission, unit?: string): Actor {
  const grant = grantFor(visitorOf(c).grants, permission, unit);
  if (!grant) throw new Problem('forbidden', '您的身份不能做这项操作。');
  return { kind: ACTS_AS[grant.role], name: grant.name };
}

export const ACTS_AS: Readonly<Record<WebRole, Actor['kind']>> = {
  liaison: 'unit',
  deputy: 'unit',
  leader: 'unit',
  officer: 'bureau',
  chief: 'bureau',
  supervisor: 'bureau',
  administrator: 'administrator',
};

/**
 * The first page after a sign-in is never 403 or 404. A link meant for somebody else, or to something that is gone,
 * redirects to the visitor's start page, which says so.
 */
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
