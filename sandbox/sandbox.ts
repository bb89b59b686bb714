import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { secureHeaders } from 'hono/secure-headers';
import { createBounceBack } from './bounce-back.ts';
import type { Deps } from './deps.ts';
import { createFailures } from './failures.ts';
import { failureRoutes } from './failures-page.tsx';
import { listRoutes } from './list-page.tsx';
import { catchMail } from './mail-catcher.ts';
import { mailRoutes } from './mail-page.tsx';
import { openMailStore } from './mail-store.ts';
import { robotRoutes } from './robot-page.tsx';
import { openRobotStore } from './robot-store.ts';
import { createReceipts, openSmsStore } from './sms.ts';
import { smsRoutes } from './sms-page.tsx';

type SandboxSettings = {
  /** Mails go to `<dir>/mail`, SMS to `<dir>/sms`, what the robot says to `<dir>/robot`. */
  readonly dir: string;
  /** 0 for any free port. */
  readonly smtpPort: number;
  readonly httpPort: number;
  /** Where receipts of SMS are pushed to. */
  readonly receiptsUrl?: string | undefined;
  /** Where bounces are handed in, on this machine; without it ordered bounces do not come. */
  readonly bouncePort?: number | undefined;
};
export type Sandbox = {
  readonly smtpPort: number;
  readonly httpPort: number;
  readonly smtpUrl: string;
  readonly httpUrl: string;
  close(): Promise<void>;
};

/**
 * The one place where messages of the embedded default go: an SMTP server, an SMS provider, a group robot and pages to read what came.
 * Listens on 127.0.0.1 only and sends nothing anywhere.
 * @throws when a port is taken or the folder cannot be written
 */
export async function createSandbox({
  dir,
  smtpPort,
  httpPort,
  receiptsUrl,
  bouncePort,
}: SandboxSettings): Promise<Sandbox> {
  const mails = await openMailStore(join(dir, 'mail'));
  const sms = await openSmsStore(join(dir, 'sms'));
  const robot = await openRobotStore(join(dir, 'robot'));
  const failures = createFailures(join(dir, 'failures.json'));
  const bounces = createBounceBack(bouncePort ?? null);
  const catcher = await catchMail((mail) => mails.keep(mail), failures, smtpPort, bounces);
  const receipts = createReceipts(receiptsUrl);
  const app = createApp({ mails, sms, robot, failures, receipts });
  const answer = getRequestListener((request) => app.fetch(request));
  const web = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve, reject) => {
    web.once('error', reject);
    web.listen(httpPort, '127.0.0.1', resolve);
  });
  const { port } = web.address() as AddressInfo;
  return {
    smtpPort: catcher.port,
    httpPort: port,
    smtpUrl: `smtp://127.0.0.1:${catcher.port}`,
    httpUrl: `http://127.0.0.1:${port}`,
    async close() {
      receipts.stop();
      bounces.close();
      await catcher.close();
      // An ordered silence would otherwise keep its connection for ever.
      web.closeAllConnections();
      await new Promise((closed) => web.close(closed));
    },
  };
}

const STYLE = readFileSync(new URL('./style.css', import.meta.url), 'utf8');

/** All pages and interfaces of the sandbox. Needs no JavaScript and nothing from other hosts. */
function createApp(deps: Deps): Hono {
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
