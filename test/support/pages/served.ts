/** The pages on a port of this machine, for tests that need a socket: a browser, a sign-in provider that redirects back. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { createApp } from '../../../client/web/app.ts';
import type { Deps } from '../../../client/web/deps.ts';

export type Served = { readonly url: string; close(): Promise<void> };

/** @param depsAt makes the app's dependencies once its URL is known */
export async function serve(depsAt: (url: string) => Deps | Promise<Deps>): Promise<Served> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const app = createApp(await depsAt(url));
  const listener = getRequestListener((request, env) => app.fetch(request, env));
  server.on('request', (request, response) => void listener(request, response));
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
