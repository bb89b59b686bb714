import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { answers } from './ports.mjs';
import { run } from './run.mjs';

/** How to tell that a service is there; each is the `ready` of a ServiceSpec. */

/** Accepts connections. @param {number[]} ports */
export const onPorts =
  (...ports) =>
  async () =>
    (await Promise.all(ports.map((port) => answers(port)))).every(Boolean);

/** Serves pages. @param {string} url */
export const onHttp = (url) => async () => {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(5_000) })).status < 500;
  } catch {
    return false;
  }
};

/** The Temporal server knows its namespace: its port opens earlier. @param {string} cli @param {string} address */
export const onNamespace = (cli, address) => async () => {
  const args = ['operator', 'namespace', 'describe', '--address', address, 'default'];
  return (await run(cli, args, { timeoutMs: 5_000 })).code === 0;
};

/** Has written a line into its log since it was started. @param {string} text */
export const onLogLine = (text) => async (/** @type {{ log: string, from: number }} */ since) =>
  readFrom(since.log, since.from).includes(text);

/** @param {string} log @param {number} from */
function readFrom(log, from) {
  const descriptor = openSync(log, 'r');
  try {
    const bytes = Buffer.alloc(Math.max(0, fstatSync(descriptor).size - from));
    readSync(descriptor, bytes, 0, bytes.length, from);
    return bytes.toString('utf8');
  } finally {
    closeSync(descriptor);
  }
}
