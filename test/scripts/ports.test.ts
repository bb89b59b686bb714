import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { answers, choosePorts, freePort } from '../../scripts/lib/ports.mjs';
import { temporaryFolder } from '../support/temporary-folder.ts';

const open: Server[] = [];
const file = () => path.join(temporaryFolder(), 'ports.json');

afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

it('takes the preferred port when it is free, and remembers it', async () => {
  const web = await freePort();
  const memory = file();
  const { ports, release } = await choosePorts({ web }, memory);
  await release('web');
  expect(ports).toEqual({ web });
  expect(JSON.parse(readFileSync(memory, 'utf8'))).toEqual({ web });
});

it('skips a busy port', async () => {
  const busy = await listen();
  const { ports, release } = await choosePorts({ web: busy }, file());
  await release('web');
  expect(ports.web).not.toBe(busy);
});

it('tries the remembered port before the preferred one', async () => {
  const [remembered, preferred] = [await freePort(), await freePort()];
  const memory = file();
  writeFileSync(memory, JSON.stringify({ web: remembered }));
  const { ports, release } = await choosePorts({ web: preferred }, memory);
  await release('web');
  expect(ports.web).toBe(remembered);
});

it('uses the preferred port when the file is broken', async () => {
  const memory = file();
  writeFileSync(memory, '{"web":');
  const web = await freePort();
  const { ports, release } = await choosePorts({ web }, memory);
  await release('web');
  expect(ports).toEqual({ web });
});

it('gives two clones that start at the same moment different ports', async () => {
  const web = await freePort();
  const choices = await Promise.all([choosePorts({ web }, file()), choosePorts({ web }, file())]);
  const chosen = new Set(choices.map(({ ports }) => ports.web));
  await Promise.all(choices.map(({ release }) => release('web')));
  expect(chosen.size).toBe(2);
});

it('tells whether something answers', async () => {
  expect(await answers(await listen())).toBe(true);
  expect(await answers(await freePort())).toBe(false);
});

async function listen(): Promise<number> {
  const server = createServer((socket) => socket.end()).listen(0, '127.0.0.1');
  open.push(server);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}
