import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { freePort } from '../../scripts/lib/ports.mjs';
import { isRunning } from '../../scripts/lib/processes/identity.mjs';
import { launch } from '../../scripts/lib/processes/logged-child.mjs';
import { createProcessRecords, endLeftovers } from '../../scripts/lib/processes/records.mjs';
import {
  onHttp,
  onLogLine,
  type ServiceSpec,
  startService,
} from '../../scripts/lib/processes/service.mjs';
import { temporaryFolder } from '../support/temporary-folder.ts';

const page = (port: number) =>
  `require('node:http').createServer((_, r) => r.end('ok')).listen(${port}, '127.0.0.1')`;
const neverAborted = new AbortController().signal;

it('waits for a service to answer, and starts it again after a kill -9', async () => {
  const { records, program, recorded } = bench();
  const url = `http://127.0.0.1:${await freePort()}`;
  const spec = program(page(Number(new URL(url).port)), onHttp(url));
  const service = await startService(spec, records, neverAborted);
  onTestFinished(service.stop);
  expect((await fetch(url)).status).toBe(200);

  const [first] = recorded();
  process.kill(first?.pid ?? 0, 'SIGKILL');
  await expect.poll(() => recorded()[0]?.pid, { timeout: 5_000 }).not.toBe(first?.pid);
  await expect.poll(onHttp(url), { timeout: 5_000 }).toBe(true);

  const [second] = recorded();
  await service.stop();
  expect(isRunning(second)).toBe(false);
  expect(recorded()).toEqual([]);
});

it('shows the end of the log of a service that ends before it answers', async () => {
  const { records, program } = bench();
  const spec = program(`console.error('no such table: unit'); process.exit(3)`, async () => false);
  const starting = startService(spec, records, neverAborted);
  await expect(starting).rejects.toMatchObject({
    log: expect.stringContaining('no such table: unit'),
    tried: [expect.stringContaining('exit 3')],
  });
});

it('ends a service that stays silent for too long', async () => {
  const { records, program, recorded } = bench();
  const spec = { ...program('setInterval(() => {}, 1e6)', async () => false), readyMs: 200 };
  await expect(startService(spec, records, neverAborted)).rejects.toThrow('没有启动成功');
  expect(recorded()).toEqual([]);
});

it('stops waiting when it is aborted', async () => {
  const { records, program } = bench();
  const spec = program('setInterval(() => {}, 1e6)', async () => false);
  await expect(startService(spec, records, AbortSignal.timeout(200))).rejects.toThrow('timeout');
});

it('ends by force a service that does not end when asked', async () => {
  const { records, program, recorded } = bench();
  const deaf = `process.on('SIGTERM', () => {}); console.log('up'); setInterval(() => {}, 1e6)`;
  const service = await startService(
    { ...program(deaf, onLogLine('up')), graceMs: 200 },
    records,
    neverAborted,
  );
  const [process] = recorded();
  await service.stop();
  expect(isRunning(process)).toBe(false);
});

it('finds and ends the processes of a killed parent', async () => {
  const { records, recorded, file } = bench();
  const orphan = launch(
    {
      name: 'page',
      command: [process.execPath, '-e', 'setInterval(() => {}, 1e6)'],
      log: `${file}.log`,
    },
    records,
  );
  const [left] = recorded();
  expect(await endLeftovers(file)).toEqual(['page']);
  expect(isRunning(left)).toBe(false);
  expect((await orphan.ended).how).toBe('SIGTERM');
});

it('does not end another process that has the recorded number now', async () => {
  const { file } = bench();
  writeFileSync(file, JSON.stringify([{ name: 'page', pid: process.pid, started: 'long ago' }]));
  expect(await endLeftovers(file)).toEqual([]);
});

function bench() {
  const folder = temporaryFolder();
  const file = path.join(folder, 'children.json');
  const log = path.join(folder, 'page.log');
  return {
    file,
    records: createProcessRecords(file),
    recorded: (): { pid: number; started: string }[] => JSON.parse(readFileSync(file, 'utf8')),
    program: (code: string, ready: ServiceSpec['ready']): ServiceSpec => ({
      name: 'page',
      command: [process.execPath, '-e', code],
      log,
      ready,
    }),
  };
}
