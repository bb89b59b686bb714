import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { NONCE, secureHeaders } from 'hono/secure-headers';
import { Problem, type ProblemCode } from '../../domain/problem.ts';
import { isLoopbackHost } from '../../gateways/loopback.ts';
import { isDatabaseReachable } from '../../store/read/installation.ts';
import type { Route, Routes } from './access/routes.tsx';
import { type Env, leadToStart, lookAtCookie } from './access/visitor.ts';
import { actRoutes } from './acts/routes.ts';
import { adminRoutes } from './admin/routes.ts';
import { STYLE, scriptNamed } from './assets.ts';
import { boardRoutes } from './board/routes.ts';
import { feedRoutes } from './calendar/feeds.ts';
import { calendarRoutes } from './calendar/routes.ts';
import { compilationRoutes } from './compilation/routes.ts';
import { contactCheckRoutes } from './contact-checks/routes.ts';
import { bounceRoutes } from './contacts/bounced-mark.tsx';
import type { Deps } from './deps.ts';
import { historyRoutes } from './history/routes.ts';
import { leaveRoutes } from './leaves/routes.ts';
import { letterRoutes } from './letters/routes.ts';
import { messageRoutes } from './messages/routes.ts';
import { smsReceiptRoutes } from './messages/sms-receipts.ts';
import { mineRoutes } from './mine/routes.ts';
import { overdueRoutes } from './overdue/routes.ts';
import { receiptRoutes } from './receipts/routes.ts';
import { recordRoutes } from './record/routes.ts';
import { fileRoutes } from './report/files.ts';
import { reportRoutes } from './report/routes.ts';
import { roundsRoutes } from './rounds/routes.ts';
import { sendingRoutes } from './sending/routes.ts';
import { keepLanguage, languageFor, wordsIn } from './shared/language.ts';
import { liveRoutes } from './shared/live.tsx';
import { NotFoundPage, ProblemPage } from './shared/problem-page.tsx';
import { accountRoutes } from './sign-in/account.ts';
import { oidcRoutes } from './sign-in/oidc-routes.ts';
import { readOutRoutes } from './sign-in/read-out.ts';
import { signInRoutes } from './sign-in/routes.ts';
import { submissionRoutes } from './submission/routes.ts';
import { unitRoutes } from './unit/routes.ts';

/** All pages. They work without JavaScript and load nothing from other hosts. */
export function createApp(deps: Deps): Hono<Env> {
  const app = new Hono<Env>();
  // DNS rebinding: a foreign page could reach a port of this machine under a host name of its own.
  app.use(async (c, next) =>
    isOwnHost(c.req.header('host') ?? new URL(c.req.url).host, deps.webUrl)
      ? next()
      : c.text(`unknown host; use ${deps.webUrl ?? '127.0.0.1'}`, 421),
  );
  app.use(
    secureHeaders({
      contentSecurityPolicy: POLICY,
      // Uploaded files carry a stricter policy of their own.
      overwrite: false,
      referrerPolicy: 'same-origin',
      // Not over plain HTTP on this machine; a proxy with HTTPS may set its own header.
      strictTransportSecurity: deps.webUrl?.startsWith('https:') ? 'max-age=15552000' : false,
    }),
  );
  // Refuses forms of other sites. Other content types need a preflight, which never succeeds.
  const ownForms = csrf({ origin: (origin, c) => ownOrigin(origin, c.req.url, deps.webUrl) });
  // SMS providers push with any content type and without cookies.
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
    // Pages must not stay in the cache of a shared machine.
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

/** For the tests: all routes with the permission each needs. */
export const listRoutes = (deps: Deps): Route[] => allRoutes(deps).flatMap(({ list }) => list);

// The first match answers: fixed names of pages come before codes of units.
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

/** Shows a `Problem` with its sentence; logs any other error. */
function answerToError(error: Error, c: Context): Response | Promise<Response> {
  const language = languageFor(c);
  const problem = problemOf(error);
  if (problem === null) console.error(error);
  const words = wordsIn(language);
  const title = problem?.code === 'not_found' ? words.notFound : words.failed;
  const hint =
    problem?.message ?? '程序出错，已记入日志。请稍后重试；仍不行的，请把时间告诉管理员。';
  return c.html(ProblemPage({ language, title, hint }), statusOf(problem));
}

function problemOf(error: Error): Problem | null {
  if (error instanceof Problem) return error;
  // Thrown by `csrf`.
  if (error instanceof HTTPException && error.status === 403) {
    return new Problem('forbidden', FOREIGN_FORM);
  }
  const code = 'code' in error ? String(error.code) : '';
  const unreachable =
    /^(ECONNREFUSED|ECONNRESET|57P0\d|08\w{3})$/.test(code) ||
    /Connection terminated|timeout exceeded/.test(error.message);
  return unreachable ? new Problem('unavailable', NO_DATABASE, { cause: error }) : null;
}

const NO_DATABASE = '数据库连接不上（Postgres）。请确认服务已启动（npm start），稍后刷新本页。';

const FOREIGN_FORM =
  '这份表单不是从本系统的页面提交的，没有受理。请从本系统的页面重新打开并提交；仍不行的，请管理员核对 WEB_URL 设置。';

const statusOf = (problem: Problem | null) => (problem ? STATUS[problem.code] : 500);

const STATUS = {
  invalid: 400,
  not_found: 404,
  refused: 409,
  superseded: 409,
  closed: 409,
  forbidden: 403,
  conflict: 409,
  unavailable: 503,
} as const satisfies Record<ProblemCode, number>;

/** Whether a request's `Host` is this machine or the host of `WEB_URL`. */
const isOwnHost = (host: string, webUrl: string | undefined): boolean =>
  isLoopbackHost(host) || (webUrl !== undefined && host === new URL(webUrl).host);

/** Whether a form's `Origin` is ours. Behind a proxy the request's own URL is not what people see. */
const ownOrigin = (origin: string, requested: string, webUrl: string | undefined): boolean =>
  origin === new URL(requested).origin ||
  (webUrl !== undefined && origin === new URL(webUrl).origin);
