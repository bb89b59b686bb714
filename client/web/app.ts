import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { NONCE, secureHeaders } from 'hono/secure-headers';
import { Problem } from '../../domain/problem.ts';
import { isDatabaseReachable } from '../../store/web-pages/context.ts';
import { leadToStart } from './access/lead-to-start.ts';
import type { Route, Routes } from './access/routes.tsx';
import { type Env, lookAtCookie } from './access/visitor.ts';
import { actRoutes } from './acts/routes.ts';
import { STYLE } from './assets.ts';
import { boardRoutes } from './board/routes.ts';
import { feedRoutes } from './calendar/feeds.ts';
import { calendarRoutes } from './calendar/routes.ts';
import { compilationRoutes } from './compilation/routes.ts';
import { contactCheckRoutes } from './contact-checks/routes.ts';
import type { Deps } from './deps.ts';
import { answerToError } from './errors.ts';
import { historyRoutes } from './history/routes.ts';
import { leaveRoutes } from './leaves/routes.ts';
import { letterRoutes } from './letters/routes.ts';
import { messageRoutes } from './messages/routes.ts';
import { smsReceiptRoutes } from './messages/sms-receipts.ts';
import { mineRoutes } from './mine/routes.ts';
import { overdueRoutes } from './overdue/routes.ts';
import { isOwnHost, ownOrigin } from './own-host.ts';
import { receiptRoutes } from './receipts/routes.ts';
import { recordRoutes } from './record/routes.ts';
import { fileRoutes } from './report/files.ts';
import { reportRoutes } from './report/routes.ts';
import { roundsRoutes } from './rounds/routes.ts';
import { adminRoutes } from './routes/admin/index.ts';
import { bounceRoutes } from './routes/bounces.ts';
import { scriptNamed } from './script.ts';
import { sendingRoutes } from './sending/routes.ts';
import { keepLanguage, languageFor } from './shared/language.ts';
import { liveRoutes } from './shared/live.tsx';
import { NotFoundPage } from './shared/problem-page.tsx';
import { accountRoutes } from './sign-in/account.ts';
import { oidcRoutes } from './sign-in/oidc-routes.ts';
import { readOutRoutes } from './sign-in/read-out.ts';
import { signInRoutes } from './sign-in/routes.ts';
import { submissionRoutes } from './submission/routes.ts';
import { unitRoutes } from './unit/routes.ts';

/** All pages. Need no JavaScript and nothing from other hosts. */
export function createApp(deps: Deps): Hono<Env> {
  const app = new Hono<Env>();
  // A page of another site could reach a port of this machine under a name of its own (DNS rebinding).
  app.use(async (c, next) =>
    isOwnHost(c.req.header('host') ?? new URL(c.req.url).host, deps.webUrl)
      ? next()
      : c.text(`unknown host; use ${deps.webUrl ?? '127.0.0.1'}`, 421),
  );
  app.use(
    secureHeaders({
      contentSecurityPolicy: POLICY,
      // A file that somebody uploaded has a stricter policy of its own.
      overwrite: false,
      referrerPolicy: 'same-origin',
      // Over plain HTTP on this machine, or behind a proxy that says so itself.
      strictTransportSecurity: deps.webUrl?.startsWith('https:') ? 'max-age=15552000' : false,
    }),
  );
  // No form of another site is taken in; a file or JSON from a script needs a preflight, which is never allowed.
  const ownForms = csrf({ origin: (origin, c) => ownOrigin(origin, c.req.url, deps.webUrl) });
  // A provider pushes as what it likes, and no cookie counts there.
  app.use(async (c, next) => (c.req.path.startsWith(PUSHED_TO) ? next() : ownForms(c, next)));
  app.use(
    bodyLimit({
      maxSize: LARGEST_BODY,
      onError: (c) => answerToError(new Problem('invalid', TOO_LARGE), c),
    }),
  );
  app.use(async (c, next) => {
    keepLanguage(c);
    await next();
    // The record moves, and a shared machine must not keep it.
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
  });
  app.get('/style.css', (c) => c.body(STYLE, 200, asset('text/css')));
  app.get('/script/:name{[a-z-]+\\.js}', (c) => {
    const script = scriptNamed(c.req.param('name'));
    return script === undefined ? c.notFound() : c.body(script, 200, asset('text/javascript'));
  });
  app.get('/health', async (c) => {
    const ok = await isDatabaseReachable(deps.pool);
    return c.json({ ok, database: ok }, ok ? 200 : 503);
  });
  app.use(lookAtCookie(deps));
  app.use(leadToStart);
  for (const { app: routes } of allRoutes(deps)) app.route('/', routes);
  app.notFound((c) => c.html(NotFoundPage({ language: languageFor(c) }), 404));
  app.onError(answerToError);
  return app;
}

/** Every route that asks who is there, with what it needs. */
export const listRoutes = (deps: Deps): Route[] => allRoutes(deps).flatMap(({ list }) => list);

// The first that fits answers: names of pages come before the codes of units.
const allRoutes = (deps: Deps): Routes[] => [
  signInRoutes(deps),
  oidcRoutes(deps),
  accountRoutes(deps),
  smsReceiptRoutes(deps),
  feedRoutes(deps),
  bounceRoutes(deps),
  ...adminRoutes(deps),
  roundsRoutes(deps),
  calendarRoutes(deps),
  messageRoutes(deps),
  compilationRoutes(deps),
  actRoutes(deps),
  letterRoutes(deps),
  liveRoutes(deps),
  overdueRoutes(deps),
  historyRoutes(deps),
  sendingRoutes(deps),
  readOutRoutes(deps),
  recordRoutes(deps),
  contactCheckRoutes(deps),
  leaveRoutes(deps),
  mineRoutes(deps),
  reportRoutes(deps),
  receiptRoutes(deps),
  fileRoutes(deps),
  submissionRoutes(deps),
  boardRoutes(deps),
  unitRoutes(deps),
];

const PUSHED_TO = '/delivery-reports/';

/** A file of 20 MB and the form around it. */
const LARGEST_BODY = 22 * 1024 * 1024;
const TOO_LARGE = '一次提交的内容超过22 MB，没有受理。每个文件不超过20 MB，请压缩或分几次上传。';

const asset = (type: string) => ({
  'Content-Type': `${type}; charset=utf-8`,
  'Cache-Control': 'max-age=300',
});

const POLICY = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  scriptSrc: [NONCE],
  imgSrc: ["'self'"],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
};
