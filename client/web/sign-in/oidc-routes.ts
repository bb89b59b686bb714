import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { MINUTE } from '../../../domain/time/time.ts';
import { readGrants } from '../../../store/read/grants.ts';
import { createRoutes, type Routes, safePath, signInPath } from '../access/routes.tsx';
import { beginSession } from '../access/session.ts';
import type { Request } from '../access/visitor.ts';
import type { Deps } from '../deps.ts';
import { languageFor, wordsIn } from '../shared/language.ts';
import { ProblemPage } from '../shared/problem-page.tsx';
import type { Leaving, Oidc } from './oidc.ts';

const COOKIE = 'cuibao-oidc';

/** The organisation's single sign-on; no routes match when none is set up. */
export function oidcRoutes(deps: Deps): Routes {
  const routes = createRoutes();
  const { oidc } = deps;

  routes.get('/sign-in/oidc', 'anyone', async (c) => {
    if (!oidc) return c.notFound();
    const { url, leaving } = await oidc.leave();
    keep(c, deps, { ...leaving, to: safePath(c.req.query('to')) });
    return c.redirect(url, 303);
  });

  // Signs in by GET, as the protocol requires, but only a browser with the cookie that `leave` set minutes ago.
  routes.get('/sign-in/oidc/back', 'anyone', async (c) => {
    const kept = oidc && takeKept(c);
    if (!oidc || !kept) return c.redirect(signInPath('/'), 303);
    const address = await comeBack(c, oidc, kept);
    const known =
      address !== null &&
      (await readGrants(deps.pool, deps.plan, address, await deps.now())).length > 0;
    if (!known) return answerUnknown(c, address ?? '');
    await beginSession(c, deps, { address, way: 'oidc' });
    return c.redirect(kept.to, 303);
  });
  return routes;
}

type Kept = Leaving & { readonly to: string };

function keep(c: Request, { webUrl }: Deps, kept: Kept): void {
  setCookie(c, COOKIE, JSON.stringify(kept), {
    path: '/sign-in/oidc',
    httpOnly: true,
    sameSite: 'Lax',
    secure: webUrl?.startsWith('https:') ?? false,
    maxAge: (10 * MINUTE) / 1000,
  });
}

function takeKept(c: Request): Kept | null {
  const text = getCookie(c, COOKIE);
  deleteCookie(c, COOKIE, { path: '/sign-in/oidc' });
  try {
    const { verifier, state, nonce, to } = JSON.parse(text ?? '') as Kept;
    return { verifier, state, nonce, to: safePath(to) };
  } catch {
    return null;
  }
}

/** Null for every failure: the visitor only learns that the sign-in did not work. */
async function comeBack(c: Request, oidc: Oidc, kept: Kept): Promise<string | null> {
  try {
    return await oidc.comeBack(new URL(c.req.url).search, kept);
  } catch (error) {
    console.error(`single sign-on refused: ${error instanceof Error ? error.message : ''}`);
    return null;
  }
}

function answerUnknown(c: Request, email: string): Response | Promise<Response> {
  const language = languageFor(c);
  const words = wordsIn(language);
  return c.html(
    ProblemPage({ language, title: words.notSignedIn, hint: words.oidcUnknown(email) }),
    403,
  );
}
