import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { inRoot } from './lib/paths.mjs';
import { run } from './lib/processes/run.mjs';
import { ensureDependencies } from './lib/setup/dependencies.mjs';
import { command, say, seconds } from './lib/terminal.mjs';

/** Named one by one: with `.` a broken tree once passed. */
const cruised =
  'config.ts domain workflows activities store gateways sandbox rehearsal worker client bench test';

/** The longest first, so that two at a time end together. */
const checks = {
  '类型 types':
    'tsc --project . --incremental --tsBuildInfoFile node_modules/.cache/tsc.tsbuildinfo',
  '代码规则 lint': 'oxlint --type-aware',
  '依赖方向 imports': `depcruise ${cruised
    .split(' ')
    .filter((name) => existsSync(inRoot(name)))
    .join(' ')}`,
  '死代码 dead code': 'knip',
  '格式 format': 'biome ci --colors=off .',
};

/** `npm run check`: everything that can be judged without running the product. */
await command(async () => {
  await ensureDependencies();
  const waiting = Object.entries(checks);
  /** @type {string[]} */
  const outputs = [];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      outputs.push(...(await check(...next)));
    }
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));
  for (const output of outputs) say(output);
  return outputs.length === 0 ? 0 : 1;
});

/** @param {string} title @param {string} line @returns {Promise<string[]>} what it has to say when it fails */
async function check(title, line) {
  const began = performance.now();
  const [name = '', ...args] = line.split(' ');
  const { code, out, err } = await run(
    process.execPath,
    [inRoot('node_modules', '.bin', name), ...args],
    { cwd: inRoot() },
  );
  say(`${code === 0 ? '✓' : '✗'} ${title} ${code === 0 ? 'ok' : 'failed'} (${seconds(began)})`);
  return code === 0 ? [] : [`\n—— ${title}: ${line}\n${out}${err}`];
}
