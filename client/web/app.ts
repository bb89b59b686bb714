import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { isReachable } from '../../store/web-pages.ts';
import type { Deps } from './deps.ts';
import { answerToError } from './errors.ts';
import { isLoopbackHost } from './loopback.ts';
import { NotFoundPage } from './pages/problem-page.tsx';
import { boardRoutes } from './routes/board.ts';
import { calendarRoutes } from './routes/calendar.ts';
import { compilationRoutes } from './routes/compilations.ts';
import { messageRoutes } from './routes/messages.ts';
import { roundsRoutes } from './routes/rounds.ts';
import { unitRoutes } from './routes/unit.ts';
import { STYLE } from './style.ts';
import { languageOf } from './words.ts';

/** All pages, to read only. Needs no JavaScript and nothing from other hosts. */
export function createApp(deps: Deps): Hono {
  const app = new Hono();
  // There is no sign-in yet, and a page of another site could reach this port under its own name (DNS rebinding).
  app.use(async (c, next) =>
    isLoopbackHost(c.req.header('host') ?? new URL(c.req.url).host)
      ? next()
      : c.text('127.0.0.1 only', 403),
  );
  app.use(
    secureHeaders({
      contentSecurityPolicy: POLICY,
      referrerPolicy: 'same-origin',
      // Answered over plain HTTP on this machine.
      strictTransportSecurity: false,
    }),
  );
  app.use(async (c, next) => {
    await next();
    // The record moves, and a shared machine must not keep it.
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
  });

  app.get('/style.css', (c) =>
    c.body(STYLE, 200, {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': 'max-age=300',
    }),
  );
  app.get('/health', async (c) => {
    const ok = await isReachable(deps.pool);
    return c.json({ ok, database: ok }, ok ? 200 : 503);
  });
  app.route('/', roundsRoutes(deps));
  app.route('/', calendarRoutes(deps));
  app.route('/', messageRoutes(deps));
  app.route('/', compilationRoutes(deps));
  app.route('/', boardRoutes(deps));
  app.route('/', unitRoutes(deps));
  app.notFound((c) => c.html(NotFoundPage({ language: languageOf(c.req.query('lang')) }), 404));
  app.onError(answerToError);
  return app;
}

const POLICY = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  formAction: ["'none'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
};
