import { readPeople } from '../../../store/read/grants.ts';
import { endSession } from '../../../store/visit/sessions.ts';
import { createRoutes, type Routes, safePath } from '../access/routes.tsx';
import { beginSession, clientOf, forgetCookie } from '../access/session.ts';
import type { Request } from '../access/visitor.ts';
import type { Deps } from '../deps.ts';
import { readFrame } from '../shared/frame.ts';
import { languageFor, wordsIn } from '../shared/language.ts';
import { parseAddress } from './address.ts';
import { askForCode, enterCode } from './codes.ts';
import { CodePage, LinkPage, SignInPage } from './sign-in-page.tsx';

const UUID = '[0-9a-f-]{36}';

/** Only POST signs in or sends a code; opening an address changes nothing. */
export function signInRoutes(deps: Deps): Routes {
  const routes = createRoutes();
  const { pool } = deps;

  routes.get('/sign-in', 'anyone', async (c) => c.html(await askPage(c, deps)));

  routes.post('/sign-in', 'anyone', async (c) => {
    const { typed, to } = await fieldsOf(c);
    const words = wordsIn(languageFor(c));
    const address = parseAddress(typed);
    if (!address) return c.html(await askPage(c, deps, words.addressWrong(typed)), 400);
    const asked = await askForCode(deps, address, clientOf(c, deps));
    if (asked.kind === 'asked') {
      return c.redirect(`/sign-in/${asked.id}?${new URLSearchParams({ to })}`, 303);
    }
    const problem = asked.kind === 'too soon' ? words.tooSoon : words.tooMany;
    return c.html(await askPage(c, deps, problem), 429);
  });

  routes.post('/sign-in/demonstration', 'anyone', async (c) => {
    const { typed, to } = await fieldsOf(c);
    const person = (await choosable(c, deps)).find(({ address }) => address === typed);
    if (!person) return c.notFound();
    await beginSession(c, deps, { address: person.address, way: 'demonstration' });
    return c.redirect(to, 303);
  });

  routes.get(`/sign-in/:id{${UUID}}`, 'anyone', async (c) => {
    const to = safePath(c.req.query('to'));
    return c.html(CodePage({ frame: await readFrame(c, deps), id: c.req.param('id') ?? '', to }));
  });

  routes.post(`/sign-in/:id{${UUID}}`, 'anyone', async (c) => {
    const id = c.req.param('id') ?? '';
    const { to, code } = await fieldsOf(c);
    const tried = await enterCode(deps, id, code);
    if (tried.kind === 'right' && tried.way !== 'link') {
      await beginSession(c, deps, { address: tried.address, way: tried.way });
      return c.redirect(to, 303);
    }
    const words = wordsIn(languageFor(c));
    const problem = tried.kind === 'wrong' ? words.codeWrong(tried.left) : words.codeOver;
    return c.html(CodePage({ frame: await readFrame(c, deps), id, to, problem }), 401);
  });

  routes.get(`/sign-in/link/:id{${UUID}}`, 'anyone', async (c) => {
    const code = c.req.query('code') ?? '';
    return c.html(LinkPage({ frame: await readFrame(c, deps), id: c.req.param('id') ?? '', code }));
  });

  routes.post(`/sign-in/link/:id{${UUID}}`, 'anyone', async (c) => {
    const id = c.req.param('id') ?? '';
    const { code } = await fieldsOf(c);
    const tried = await enterCode(deps, id, code);
    if (tried.kind === 'right') {
      await beginSession(c, deps, { address: tried.address, way: 'link' });
      return c.redirect('/', 303);
    }
    const problem = wordsIn(languageFor(c)).codeOver;
    return c.html(LinkPage({ frame: await readFrame(c, deps), id, code, problem }), 401);
  });

  routes.post('/sign-out', 'anyone', async (c) => {
    const visitor = c.get('visitor');
    if (visitor) await endSession(pool, deps.plan, visitor.session, await deps.now());
    forgetCookie(c, deps);
    return c.redirect('/sign-in', 303);
  });
  return routes;
}

async function fieldsOf(c: Request) {
  const { address, to, code } = await c.req.parseBody();
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return { typed: text(address), to: safePath(text(to)), code: text(code) };
}

async function askPage(c: Request, deps: Deps, problem?: string) {
  const body = c.req.method === 'POST' ? await fieldsOf(c) : null;
  return SignInPage({
    frame: await readFrame(c, deps),
    to: body?.to ?? safePath(c.req.query('to')),
    typed: body?.typed ?? '',
    ...(problem === undefined ? {} : { problem }),
    oidc: deps.oidc !== undefined,
    people: await choosable(c, deps),
  });
}

/** Only in a demonstration on this machine. */
async function choosable(c: Request, deps: Deps) {
  const { settings } = await readFrame(c, deps);
  const open = settings.demonstration && deps.onThisMachine === true;
  return open ? readPeople(deps.pool, deps.plan) : [];
}
