import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../failure.mjs';
import { lastLines } from '../files.mjs';
import { answers } from '../ports.mjs';
import { say } from '../terminal.mjs';
import { endChild, launch } from './logged-child.mjs';
import { run } from './run.mjs';

/**
 * A program that runs as long as `npm start` does.
 * @typedef {{
 *   name: string, command: string[], env?: Record<string, string>, log: string,
 *   ready: (since: { log: string, from: number }) => Promise<boolean>,
 *   readyMs?: number, graceMs?: number,
 * }} ServiceSpec
 * @typedef {{ name: string, stop: () => Promise<void> }} Service
 */

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
const STEADY_MS = 60_000;
const READY_POLL_MS = 100;

/**
 * Starts a service and waits until it answers. From then on it is started again whenever it ends,
 * each time after a longer pause while it does not stay up.
 * @param {ServiceSpec} spec
 * @param {ReturnType<typeof import('./records.mjs').createProcessRecords>} records
 * @param {AbortSignal} signal gives up waiting
 * @returns {Promise<Service>}
 * @throws Failure with the end of its log when it ends or stays silent before it is ready
 */
export async function startService(spec, records, signal) {
  const current = { child: launch(spec, records) };
  const stopping = new AbortController();
  const end = async () => {
    stopping.abort();
    await endChild(current.child, spec.graceMs ?? 10_000);
    records.remove(spec.name);
  };
  try {
    await untilReady(spec, current.child, signal);
  } catch (error) {
    await end();
    throw error;
  }
  const watching = keepUp(spec, records, current, stopping.signal);
  const stop = async () => {
    await end();
    await watching;
  };
  return { name: spec.name, stop };
}

/**
 * @param {ServiceSpec} spec @param {Parameters<typeof launch>[1]} records
 * @param {{ child: import('./logged-child.mjs').Child }} current @param {AbortSignal} stopping
 */
async function keepUp(spec, records, current, stopping) {
  let pause = FIRST_PAUSE_MS;
  for (;;) {
    const { how, ranMs } = await current.child.ended;
    if (stopping.aborted) return;
    if (ranMs > STEADY_MS) pause = FIRST_PAUSE_MS;
    say(
      `! ${spec.name} 意外退出（${how}），${pause / 1000} 秒后重启 ended unexpectedly, starts again`,
    );
    await sleep(pause, undefined, { signal: stopping }).catch(() => {});
    if (stopping.aborted) return;
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    current.child = launch(spec, records);
  }
}

/** @param {ServiceSpec} spec @param {import('./logged-child.mjs').Child} child @param {AbortSignal} signal */
async function untilReady(spec, child, signal) {
  const limit = spec.readyMs ?? 60_000;
  const until = performance.now() + limit;
  for (;;) {
    signal.throwIfAborted();
    const end = child.hasEnded();
    if (end !== undefined) throw notReady(spec, `结束了 ended: ${end}`);
    if (await spec.ready({ log: spec.log, from: child.logFrom })) return;
    if (performance.now() > until) {
      throw notReady(spec, `${limit / 1000} 秒内没有应答 did not answer`);
    }
    await sleep(READY_POLL_MS);
  }
}

/** @param {ServiceSpec} spec @param {string} what */
const notReady = ({ name, command, log }, what) =>
  new Failure(`${name} 没有启动成功。${name} did not start.`, {
    tried: [`${command.join(' ')}: ${what}`],
    log: lastLines(log),
    remedy: `完整日志 the whole log: ${log}\n改正后再运行 npm start。Correct it, then run npm start again.`,
  });

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
