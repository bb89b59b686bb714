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
import { createFailures, type Failures, failureRoutes } from './failures.tsx';
import { listRoutes } from './list.tsx';
import { type MailStore, mailRoutes, openMailStore } from './mail.tsx';
import { catchMail } from './mail-catcher.ts';
import { openRobotStore, type RobotStore, robotRoutes } from './robot.tsx';
import { openSmsStore, type SmsStore, smsRoutes } from './sms.tsx';
import { createReceipts, type Receipts } from './sms-receipts.ts';

type SandboxSettings = {
  /** Mails are kept in `<dir>/mail`, SMS in `<dir>/sms`, the robot's messages in `<dir>/robot`. */
  readonly dir: string;
  /** 0 for any free port. */
  readonly smtpPort: number;
  readonly httpPort: number;
  /** The address to which receipts of SMS are pushed. */
  readonly receiptsUrl?: string | undefined;
  /** The port on this machine that takes bounces; without it ordered bounces are not sent. */
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
 * Takes all messages of the embedded default: an SMTP server, an SMS provider, a group robot, and pages that show what
 * came. Listens on 127.0.0.1 only and sends nothing to other machines.
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
      // A request that is left without an answer on order would keep its connection open.
      web.closeAllConnections();
      await new Promise((closed) => web.close(closed));
    },
  };
}

const STYLE = readFileSync(new URL('./style.css', import.meta.url), 'utf8');

type Stores = {
  readonly mails: MailStore;
  readonly sms: SmsStore;
  readonly robot: RobotStore;
  readonly failures: Failures;
  readonly receipts: Receipts;
};

/** All pages and interfaces. The pages need no JavaScript and nothing from other hosts. */
function createApp({ mails, sms, robot, failures, receipts }: Stores): Hono {
  const app = new Hono();
  // A page of another site can reach this port under its own name (DNS rebinding).
  app.use(async (c, next) =>
    isHere(c.req.header('host')) ? next() : c.text('127.0.0.1 only', 403),
  );
  // Registered before secureHeaders, so that it sets the header last.
  app.use('/mail/:seq/html', async (c, next) => {
    await next();
    c.header('Content-Security-Policy', FOREIGN_POLICY);
  });
  app.use(secureHeaders({ contentSecurityPolicy: POLICY, strictTransportSecurity: false }));
  // For forms; the browser stops requests by scripts of other sites.
  app.on('POST', '*', csrf());
  app.use(bodyLimit({ maxSize: 100_000 }));

  app.get('/style.css', (c) => c.body(STYLE, 200, { 'Content-Type': 'text/css; charset=utf-8' }));
  app.get('/health', (c) => c.json({ ok: true }));
  app.route('/', listRoutes({ mails, sms }));
  app.route('/', mailRoutes({ mails }));
  app.route('/', smsRoutes({ sms, failures, receipts }));
  app.route('/', robotRoutes({ robot, failures }));
  app.route('/', failureRoutes({ failures }));
  return app;
}

const POLICY = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
};

/** For HTML of mails: styles are allowed, scripts and requests are not. */
const FOREIGN_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'";

const isHere = (host: string | undefined): boolean =>
  /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host ?? '');
