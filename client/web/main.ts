/** Composition root of the web: settings, database pool, channels, server. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { type Config, readConfig } from '../../config.ts';
import { Problem } from '../../domain/problem.ts';
import { toPlan } from '../../domain/time/plan-time.ts';
import { channelsInput, openChannels } from '../../gateways/channels.ts';
import { isLoopbackAddress } from '../../gateways/loopback.ts';
import { smsSettingsFrom } from '../../gateways/sms/settings.ts';
import { connect } from '../../store/db/pool.ts';
import { readSettings } from '../../store/read/installation.ts';
import { createApp } from './app.ts';
import { openChanges } from './shared/changes.ts';
import { codeSender } from './sign-in/codes.ts';
import { createOidc } from './sign-in/oidc.ts';

async function main(): Promise<void> {
  const config = readConfig(process.env);
  refuseOpenHttp(config);
  const pool = connect(config.DATABASE_URL);
  const changes = openChanges(config.DATABASE_URL);
  const input = channelsInput(config, '催报');
  const channels = openChannels(input);
  const { WEB_HOST: host, PLAN: plan } = config;
  const app = createApp({
    pool,
    plan,
    sendCode: codeSender(pool, plan, channels),
    receive: channels.receive,
    smsProvider: smsSettingsFrom(input),
    hasRobot: channels.robot !== null,
    webUrl: config.WEB_URL,
    behindProxy: config.WEB_BEHIND_PROXY === 'yes',
    onThisMachine: isLoopbackAddress(host),
    oidc: oidcOf(config),
    changes,
    sandboxUrl: config.SANDBOX_URL,
    engineUrl: config.TEMPORAL_UI_URL,
    // Read each time: the web may start before the database is filled.
    now: async () => toPlan(Date.now(), (await readSettings(pool)).offsetMs),
  });
  // Passes the socket. Without it all clients would have one network address, and share the limits of sign-in.
  const listener = getRequestListener((request, socket) => app.fetch(request, socket));
  const server = createServer((request, response) => void listener(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.WEB_PORT, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  console.log(`cuibao web ready: http://${host.includes(':') ? `[${host}]` : host}:${port}`);

  const stop = async () => {
    server.close();
    // Browsers keep connections open for the next page.
    server.closeIdleConnections();
    await changes.stop();
    await channels.mail.close();
    await pool.end();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
}

function oidcOf(config: Config) {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: secret } = config;
  if (!issuer && !clientId && !secret) return undefined;
  if (issuer && clientId && secret && config.WEB_URL) {
    return createOidc({ issuer, clientId, secret, webUrl: config.WEB_URL });
  }
  throw new Problem(
    'invalid',
    'OIDC_ISSUER、OIDC_CLIENT_ID、OIDC_CLIENT_SECRET、WEB_URL：统一身份认证要这四项都设置，网页没有启动。不用统一身份认证的，请去掉前三项。',
  );
}

/**
 * On an address open to other machines, people must reach the pages by `WEB_URL` over https: cookies and forms depend
 * on it.
 */
function refuseOpenHttp({ WEB_HOST: host, WEB_URL: url }: Config): void {
  if (isLoopbackAddress(host)) return;
  const { protocol, hostname } = new URL(url ?? 'http://unset.invalid');
  if (protocol === 'https:' || isLoopbackAddress(hostname)) return;
  throw new Problem(
    'invalid',
    `WEB_HOST：“${host}”不是本机地址，网页没有启动。要让别的机器访问，请在前面放一个 HTTPS 代理，并把 WEB_URL 设为用户看到的地址，如 https://cuibao.example.gov.cn。`,
  );
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Problem ? error.message : error);
  // Whatever is already open and listening would keep the process alive.
  process.exit(1);
}
