import { explain, Failure } from './failure.mjs';

/**
 * Runs a command and ends the process with its exit code; a failure is explained and ends it with 1.
 * @param {() => Promise<number>} work
 */
export async function command(work) {
  try {
    checkNode();
    process.exitCode = await work();
  } catch (error) {
    say(`\n${explain(error)}`);
    process.exitCode = 1;
  }
}

/** @type {{ stream: NodeJS.WritableStream, quiet: boolean }} */
const output = { stream: process.stdout, quiet: false };
const HEARTBEAT_MS = 10_000;
const QUIET_MS = 1_500;

/**
 * For commands whose standard output is their result: everything else goes to standard error, and a
 * step that takes less than 1.5 s is not mentioned.
 */
export function speakAside() {
  output.stream = process.stderr;
  output.quiet = true;
}

/** One line for the person who is waiting. @param {string} text */
export function say(text) {
  output.stream.write(`${text}\n`);
}

/**
 * Announces a step, does it, says how long it took. `work` may report what it is doing; the text it
 * gives to `outcome` is shown behind the tick.
 * @template T
 * @param {string} title Chinese, then English
 * @param {(report: { doing: (detail: string) => void, outcome: (text: string) => void }) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const began = performance.now();
  let result = '';
  const line = createLine(title, began);
  try {
    const value = await work({ doing: line.doing, outcome: (text) => (result = ` ${text}`) });
    line.end(`✓ ${title}${result} (${seconds(began)})`);
    return value;
  } catch (error) {
    line.end(`✗ ${title} (${seconds(began)})`, true);
    throw error;
  }
}

/** @param {string} title @param {number} began */
function createLine(title, began) {
  let shown = false;
  const show = () => {
    if (!shown) say(`▸ ${title} …`);
    shown = true;
  };
  const waiting = output.quiet ? setTimeout(show, QUIET_MS) : undefined;
  if (!output.quiet) show();
  const beat = setInterval(() => say(`  … ${seconds(began)}`), HEARTBEAT_MS);
  return {
    doing: (/** @type {string} */ detail) => {
      show();
      say(`  ${detail}`);
    },
    /** @param {string} text */
    end(text, always = false) {
      clearTimeout(waiting);
      clearInterval(beat);
      if (shown || always) say(text);
    },
  };
}

/** @param {number} began a reading of `performance.now()` */
export const seconds = (began) => `${((performance.now() - began) / 1000).toFixed(1)} s`;

/** Refuses a Node that the dependencies do not support. @param {string} [version] */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Failure(
    `需要 Node 20.19 或更新版本，现在是 ${version}。Node 20.19 or newer is needed.`,
    {
      remedy: '安装较新的 Node 后重试。Install a newer Node, then run the same command again.',
    },
  );
}
