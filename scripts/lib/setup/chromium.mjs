import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Failure } from '../failure.mjs';
import { inCache, inRoot } from '../paths.mjs';
import { withLock } from '../processes/lock.mjs';
import { runTask } from '../processes/run.mjs';
import { step } from '../terminal.mjs';

/**
 * A Chromium for the tests that use a browser: CHROMIUM_PATH, else the one inside the npm package (Linux x64), which
 * is unpacked once into the user's cache folder, else one that this machine has.
 * @returns {Promise<Record<string, string>>} CHROMIUM_PATH, and CHROMIUM_LIBRARIES where the machine may lack some
 */
export const ensureChromium = () =>
  step('Chromium', async ({ outcome }) => {
    const { CHROMIUM_PATH: given } = process.env;
    if (given) {
      outcome(given);
      return { CHROMIUM_PATH: given };
    }
    if (process.platform === 'linux' && process.arch === 'x64') return await bundled(outcome);
    const found = ON_THIS_MACHINE.find((file) => existsSync(file));
    if (found === undefined) throw missing();
    outcome(found);
    return { CHROMIUM_PATH: found };
  });

/** @param {(text: string) => void} outcome */
async function bundled(outcome) {
  const { version } = JSON.parse(readFileSync(`${PACKAGE}/package.json`, 'utf8'));
  const folder = inCache('chromium', version);
  await withLock(inCache('chromium.lock'), async () => {
    if (existsSync(folder)) return outcome('已就绪 already there');
    await unpack(folder);
    outcome(folder);
  });
  return {
    CHROMIUM_PATH: path.join(folder, 'chromium'),
    CHROMIUM_LIBRARIES: path.join(folder, 'al2023', 'lib'),
  };
}

/** The package unpacks into the temporary folder; what is whole is moved to its place. @param {string} folder */
async function unpack(folder) {
  mkdirSync(path.dirname(folder), { recursive: true });
  const draft = mkdtempSync(`${folder}.`);
  try {
    // Said to be there, so that its package brings the libraries which a bare machine lacks.
    const env = { TMPDIR: draft, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' };
    const code = await runTask([process.execPath, '--input-type=module', '-e', UNPACK], { env });
    if (code !== 0) throw missing();
    renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

const PACKAGE = inRoot('node_modules', '@sparticuz', 'chromium');
const UNPACK = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;

const ON_THIS_MACHINE = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const missing = () =>
  new Failure('没有找到 Chromium，网页测试无法运行。No Chromium was found for the page tests.', {
    tried: ['CHROMIUM_PATH', PACKAGE, ...ON_THIS_MACHINE],
    remedy:
      '安装 Chromium 或 Chrome，或把 CHROMIUM_PATH 设为它的路径。Install Chromium or Chrome, or set CHROMIUM_PATH.',
  });
