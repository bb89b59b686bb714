/** What is said to somebody who is not signed in, or who is and may not. */
import type { WebRole } from '../../../domain/grant.ts';
import { SignedOutPage } from '../pages/signed-out-page.tsx';
import { languageFor, wordsIn } from '../shared/language.ts';
import { ProblemPage } from '../shared/problem-page.tsx';
import { signInPath } from './paths.ts';
import { PERMISSIONS, type Permission } from './permissions.ts';
import type { Request } from './visitor.ts';

/** A page is asked for again after signing in; what somebody has typed is kept on the page until then. */
export async function answerStranger(c: Request): Promise<Response> {
  const { pathname, search } = new URL(c.req.url);
  if (c.req.method === 'GET') return c.redirect(signInPath(`${pathname}${search}`), 303);
  const type = c.req.header('content-type') ?? '';
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(type)) {
    return c.json({ message: wordsIn(languageFor(c)).signedOut }, 401);
  }
  // Files have to be chosen again: nothing of somebody unknown is kept.
  const sent = await c.req.formData().catch(() => new FormData());
  const fields = [...sent].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  return c.html(SignedOutPage({ language: languageFor(c), action: pathname, fields }), 401);
}

export function refuseVisitor(c: Request, need: Permission): Response | Promise<Response> {
  const language = languageFor(c);
  const words = wordsIn(language);
  const roles: readonly WebRole[] = PERMISSIONS[need];
  const hint = words.needsRole(roles.map((role) => words.webRoles[role]).join(words.comma));
  return c.html(ProblemPage({ language, title: words.notForYou, hint }), 403);
}
