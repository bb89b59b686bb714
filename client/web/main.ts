/** The web's composition root: settings in, pool made, pages served on this machine. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { readSomeConfig, type SomeConfig } from '../../config.ts';
import { toPlan } from '../../domain/plan-time.ts';
import { Problem } from '../../domain/problem.ts';
import { connect } from '../../store/pool.ts';
import { readSettings } from '../../store/settings.ts';
import { createApp } from './app.ts';
import { isLoopback } from './loopback.ts';

async function main(): Promise<void> {
  const { databaseUrl, host, config } = settingsOf(readSomeConfig(process.env));
  const pool = connect(databaseUrl);
  const app = createApp({
    pool,
    plan: config.PLAN ?? 'zhongshan-2017-2020',
    sandboxUrl: config.SANDBOX_URL,
    engineUrl: config.TEMPORAL_UI_URL,
    // Read anew each time: the web may be up before the database is filled.
    now: async () => toPlan(Date.now(), (await readSettings(pool)).offsetMs),
  });
  const listener = getRequestListener((request) => app.fetch(request));
  const server = createServer((request, response) => void listener(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.WEB_PORT ?? 8080, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  console.log(`cuibao web ready: http://${host.includes(':') ? `[${host}]` : host}:${port}`);

  const stop = async () => {
    server.close();
    // A browser keeps its connection open for the next page.
    server.closeIdleConnections();
    await pool.end();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
}

function settingsOf(config: SomeConfig) {
  const { DATABASE_URL: databaseUrl, WEB_HOST: host = '127.0.0.1' } = config;
  if (databaseUrl === undefined) {
    throw new Problem(
      'invalid',
      'DATABASE_URL：没有设置，网页没有启动。含义和示例见 .env.example。',
    );
  }
  if (!isLoopback(host)) {
    throw new Problem(
      'invalid',
      `WEB_HOST：“${host}”不是本机地址，网页没有启动。目前没有登录，只能监听 127.0.0.1、localhost 或 ::1。`,
    );
  }
  return { databaseUrl, host, config };
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Problem ? error.message : error);
  process.exitCode = 1;
}
