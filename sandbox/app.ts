import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { secureHeaders } from 'hono/secure-headers';
import type { Deps } from './deps.ts';
import { robotRoutes } from './robot-page.tsx';
import { failureRoutes } from './routes/failures.ts';
import { listRoutes } from './routes/list.ts';
import { mailRoutes } from './routes/mail.ts';
import { smsRoutes } from './sms-page.tsx';

const STYLE = readFileSync(new URL('./style.css', import.meta.url), 'utf8');

/** All pages and interfaces of the sandbox. Needs no JavaScript and nothing from other hosts. */
export function createApp(deps: Deps): Hono {
  const app = new Hono();
  // A page of another site could reach this port under its own name (DNS rebinding).
  app.use(async (c, next) =>
    isHere(c.req.header('host')) ? next() : c.text('127.0.0.1 only', 403),
  );
  // Before the next line, so that it has the last word.
  app.use('/mail/:seq/html', async (c, next) => {
    await next();
    c.header('Content-Security-Policy', FOREIGN_POLICY);
  });
  app.use(secureHeaders({ contentSecurityPolicy: POLICY, strictTransportSecurity: false }));
  // Only a form needs this: what scripts of other sites send is stopped by their browser.
  app.on('POST', '*', csrf());
  app.use(bodyLimit({ maxSize: 100_000 }));

  app.get('/style.css', (c) => c.body(STYLE, 200, { 'Content-Type': 'text/css; charset=utf-8' }));
  app.get('/health', (c) => c.json({ ok: true }));
  app.route('/', listRoutes(deps));
  app.route('/', mailRoutes(deps));
  app.route('/', smsRoutes(deps));
  app.route('/', robotRoutes(deps));
  app.route('/', failureRoutes(deps));
  return app;
}

const POLICY = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
};

/** Somebody else's HTML may look as it likes, but neither run nor fetch anything. */
const FOREIGN_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'";

const isHere = (host: string | undefined): boolean =>
  /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host ?? '');
