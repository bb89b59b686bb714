/** @jsxRuntime automatic @jsxImportSource hono/jsx */
/** Routes that name the permission they need; the guard checks it before the handler runs. */

import { type Context, type Handler, Hono } from 'hono';
import type { WebRole } from '../../../domain/people/roles.ts';
import { type Language, languageFor, wordsIn } from '../shared/language.ts';
import { Html } from '../shared/layout.tsx';
import { ProblemPage } from '../shared/problem-page.tsx';
import { may, type Need, PERMISSIONS, type Permission } from './permissions.ts';
import type { Env, Request } from './visitor.ts';

type Method = 'GET' | 'POST' | 'PUT';
export type Route = { readonly method: Method; readonly path: string; readonly need: Need };
type Answer<Path extends string> = (c: Context<Env, Path>) => Response | Promise<Response>;
type Add = <Path extends string>(path: Path, need: Need, answer: Answer<Path>) => void;

export type Routes = {
  readonly app: Hono<Env>;
  /** For the test that requests every route as every role. */
  readonly list: readonly Route[];
  readonly get: Add;
  readonly post: Add;
  readonly put: Add;
};

/** The guard reads `:unit` in a path: a grant of another unit does not open it. */
export function createRoutes(): Routes {
  const app = new Hono<Env>();
  const list: Route[] = [];
  const add =
    (method: Method): Add =>
    (path, need, answer) => {
      list.push({ method, path, need });
      app.on(method, path, guarded(need, answer as Answer<string>));
    };
  return { app, list, get: add('GET'), post: add('POST'), put: add('PUT') };
}

const guarded =
  (need: Need, answer: Answer<string>): Handler<Env> =>
  async (c) => {
    const visitor = c.get('visitor');
    if (need === 'anyone') return answer(c);
    if (!visitor) return answerStranger(c);
    if (need === 'signed in') return answer(c);
    if (!may(visitor.grants, need)) return refuseVisitor(c, need);
    // 404, not 403: a visitor must not learn what exists for other units.
    if (!may(visitor.grants, need, c.req.param('unit'))) return c.notFound();
    return answer(c);
  };

/** GET redirects to the sign-in; a posted form comes back with what was typed, to be sent again after signing in. */
async function answerStranger(c: Request): Promise<Response> {
  const { pathname, search } = new URL(c.req.url);
  if (c.req.method === 'GET') return c.redirect(signInPath(`${pathname}${search}`), 303);
  const type = c.req.header('content-type') ?? '';
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(type)) {
    return c.json({ message: wordsIn(languageFor(c)).signedOut }, 401);
  }
  // Files must be chosen again: nothing is stored for an unknown visitor.
  const sent = await c.req.formData().catch(() => new FormData());
  const fields = [...sent].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  return c.html(SignedOutPage({ language: languageFor(c), action: pathname, fields }), 401);
}

function refuseVisitor(c: Request, need: Permission): Response | Promise<Response> {
  const language = languageFor(c);
  const words = wordsIn(language);
  const roles: readonly WebRole[] = PERMISSIONS[need];
  const hint = words.needsRole(roles.map((role) => words.webRoles[role]).join(words.comma));
  return c.html(ProblemPage({ language, title: words.notForYou, hint }), 403);
}

export const signInPath = (to: string): string => `/sign-in?${new URLSearchParams({ to })}`;

/** Where to go after signing in: a path on this site, never another host (`//host`, `/\host`). */
export const safePath = (to: string | undefined): string =>
  to !== undefined && /^\/(?![/\\])[^\\\s]*$/.test(to) ? to : '/';

type SignedOutProps = {
  readonly language: Language;
  readonly action: string;
  readonly fields: readonly (readonly [string, string])[];
};

/** After the sign-in has expired: repeats the fields of a posted form. */
function SignedOutPage({ language, action, fields }: SignedOutProps) {
  const words = wordsIn(language);
  return (
    <Html lang={language === 'en' ? 'en' : 'zh-CN'} title={words.signedOutTitle} words={words}>
      <main id="main">
        <h1>{words.signedOutTitle}</h1>
        <p>{words.signedOutHint}</p>
        <p>
          <a class="button" href="/sign-in" target="_blank" rel="noopener">
            {words.signInElsewhere}
          </a>
        </p>
        <form method="post" action={action}>
          {fields.map(([name, value]) =>
            value.includes('\n') ? (
              <textarea name={name} hidden>
                {`\n${value}`}
              </textarea>
            ) : (
              <input type="hidden" name={name} value={value} />
            ),
          )}
          <button type="submit">{words.submitAgain}</button>
        </form>
      </main>
    </Html>
  );
}
