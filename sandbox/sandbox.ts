import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { createApp } from './app.ts';
import { createBounceBack } from './bounce-back.ts';
import { createFailures } from './failures.ts';
import { catchMail } from './mail-catcher.ts';
import { openMailStore } from './mail-store.ts';
import { openRobotStore } from './robot-store.ts';
import { openSmsStore } from './sms.ts';
import { createReceipts } from './sms-receipts.ts';

export type SandboxSettings = {
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
