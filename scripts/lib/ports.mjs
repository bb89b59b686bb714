import { connect, createServer } from 'node:net';
import { readJson, writeWhole } from './files.mjs';

/** Tried first, so that addresses in notes and bookmarks stay valid. */
export const preferredPorts = {
  postgres: 54329,
  temporal: 7233,
  temporalUi: 8233,
  smtp: 2525,
  bounces: 2526,
  sandbox: 8025,
  web: 8080,
};

const HOST = '127.0.0.1';
const STEPS_AROUND = 100;

/**
 * Chooses a free port for every name: the remembered one, else the preferred one, else the next
 * free one after it. Each is kept open until `release` is called, so that a clone that starts at
 * the same moment takes others. The choice is remembered in `file`.
 * @template {string} Name
 * @param {Record<Name, number>} preferred
 * @param {string} file
 * @returns {Promise<{ ports: Record<Name, number>, release: (...names: Name[]) => Promise<void> }>}
 */
export async function choosePorts(preferred, file) {
  const remembered = readJson(file) ?? {};
  /** @type {Map<string, { port: number, close: () => Promise<void> }>} */
  const held = new Map();
  for (const [name, wish] of Object.entries(preferred)) {
    held.set(name, await holdFirstFree([remembered[name], ...after(/** @type {number} */ (wish))]));
  }
  const ports = Object.fromEntries([...held].map(([name, { port }]) => [name, port]));
  writeWhole(file, `${JSON.stringify({ ...remembered, ...ports }, undefined, 2)}\n`);
  return {
    ports: /** @type {Record<Name, number>} */ (ports),
    release: async (...names) => {
      await Promise.all(names.map(async (name) => held.get(name)?.close()));
    },
  };
}

/** A port that is free now. @returns {Promise<number>} */
export async function freePort() {
  const hold = await holdFirstFree([0]);
  await hold.close();
  return hold.port;
}

/** Whether something accepts connections there. @param {number} port @param {string} [host] @returns {Promise<boolean>} */
export function answers(port, host = HOST) {
  return new Promise((resolve) => {
    const socket = connect({ port, host, timeout: 1_000 });
    socket.once('connect', () => {
      resolve(true);
      // With the greeting unread, the other side would see a broken connection.
      socket.resume().end();
    });
    socket.once('timeout', () => {
      resolve(false);
      socket.destroy();
    });
    socket.on('error', () => resolve(false));
  });
}

/** @param {number} port */
const after = (port) => [...Array.from({ length: STEPS_AROUND }, (_, index) => port + index), 0];

/** @param {(number | undefined)[]} candidates */
async function holdFirstFree(candidates) {
  for (const port of candidates) {
    if (port === undefined) continue;
    const hold = await tryHold(port);
    if (hold !== undefined) return hold;
  }
  throw new Error(`no free port among ${candidates.join(', ')}`);
}

/** @param {number} port @returns {Promise<{ port: number, close: () => Promise<void> } | undefined>} */
async function tryHold(port) {
  // macOS allows to bind the loopback address of a port that another process uses on all addresses.
  if (port !== 0 && (await answers(port))) return undefined;
  const server = createServer((socket) => socket.destroy());
  return await new Promise((resolve) => {
    server.once('error', () => resolve(undefined));
    server.listen({ port, host: HOST, exclusive: true }, () => {
      const bound = /** @type {import('node:net').AddressInfo} */ (server.address()).port;
      const close = () => new Promise((done) => server.close(() => done(undefined)));
      resolve({ port: bound, close: async () => void (await close()) });
    });
  });
}
