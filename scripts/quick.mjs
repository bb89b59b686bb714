import { existsSync, readFileSync } from 'node:fs';
import { inRoot } from './lib/paths.mjs';
import { run } from './lib/processes/run.mjs';
import { allFiles, changedFiles } from './lib/quick/changed-files.mjs';
import { byFolder, chooseTests } from './lib/quick/choose-tests.mjs';
import { importGraph } from './lib/quick/import-graph.mjs';
import { knownDurations } from './lib/quick/test-durations.mjs';
import { runVitest } from './lib/run-vitest.mjs';
import { ensureDependencies } from './lib/setup/dependencies.mjs';
import { withTestServices } from './lib/setup/test-services.mjs';
import { command, say, seconds } from './lib/terminal.mjs';

/**
 * `npm run quick [-- COMMIT]`: types, lint of the changed files, and the tests nearest to them by the import graph.
 * It says what it has not run; `npm run check` and `npm test` judge everything.
 */

/** What the chosen test files take one after the other; two run at a time. */
const LIMIT_MS = 40_000;
const SOURCE = /\.(ts|tsx|mjs|cjs)$/;
const FORMATTED = /\.(ts|tsx|mjs|cjs|json|css)$/;

await command(async () => {
  const began = performance.now();
  await ensureDependencies();
  const { changed, since } = await changedFiles(process.argv[2]);
  if (changed.length === 0) {
    say('没有改动 Nothing has changed.');
    return 0;
  }
  const choice = chooseTests({
    changed,
    imports: importGraph(await sources()),
    limitMs: LIMIT_MS,
    msOf: knownDurations(),
  });
  tellChoice(changed, since, choice);
  const [isClean, tests] = await Promise.all([judge(changed), runTests(choice.chosen)]);
  tellLeft(choice);
  say(`${tests.passed} passed, ${tests.failed} failed (${seconds(began)})`);
  return isClean && tests.code === 0 ? 0 : 1;
});

async function sources() {
  const files = (await allFiles()).filter((file) => SOURCE.test(file) && existsSync(inRoot(file)));
  return new Map(files.map((file) => [file, readFileSync(inRoot(file), 'utf8')]));
}

/** @param {string[]} chosen */
async function runTests(chosen) {
  const result = { code: 0, passed: 0, failed: 0 };
  if (chosen.length === 0) return result;
  const code = await withTestServices(async (env, signal) => {
    Object.assign(result, await runVitest(chosen, { env, signal }));
    return result.code;
  });
  return { ...result, code };
}

/** Types of everything, because a change shows where it is used; lint and format of what changed. @param {string[]} changed */
async function judge(changed) {
  const there = changed.filter((file) => existsSync(inRoot(file)));
  const linted = there.filter((file) => SOURCE.test(file));
  const formatted = there.filter((file) => FORMATTED.test(file));
  const types =
    'tsc --project . --incremental --tsBuildInfoFile node_modules/.cache/tsc.tsbuildinfo';
  const results = [
    await tool('类型 types', types, []),
    await tool('代码规则 lint', 'oxlint --type-aware', linted),
    await tool('格式 format', 'biome ci --colors=off --no-errors-on-unmatched', formatted),
  ];
  return results.every(Boolean);
}

/** @param {string} title @param {string} line @param {string[]} files @returns {Promise<boolean>} */
async function tool(title, line, files) {
  if (files.length === 0 && !line.startsWith('tsc')) return true;
  const began = performance.now();
  const [name = '', ...args] = line.split(' ');
  const program = [inRoot('node_modules', '.bin', name), ...args, ...files];
  const { code, out, err } = await run(process.execPath, program, { cwd: inRoot() });
  say(`${code === 0 ? '✓' : '✗'} ${title} ${code === 0 ? 'ok' : 'failed'} (${seconds(began)})`);
  if (code !== 0) say(`\n—— ${title}: ${line}\n${out}${err}`);
  return code === 0;
}

/** @param {string[]} changed @param {string} since @param {import('./lib/quick/choose-tests.mjs').Choice} choice */
function tellChoice(changed, since, { chosen, left, unreached }) {
  say(`改动 Changed since ${since}: ${changed.length} 个文件 files`);
  say(
    `测试 Tests: ${chosen.length} 个文件 files 现在运行 run now, ${left.length} 个较远的不运行 further off do not`,
  );
  for (const file of unreached) say(`  没有测试经导入用到 no test reaches by imports: ${file}`);
}

/** @param {import('./lib/quick/choose-tests.mjs').Choice} choice */
function tellLeft({ left }) {
  const rest = '依赖方向和死代码 import rules and dead code (npm run check)';
  const tests = left.map(({ test }) => test);
  const folders =
    left.length > 0 ? `${left.length} 个测试文件 test files (${byFolder(tests)}), ` : '';
  say(`\n没有运行 Not run: ${folders}${rest}. 全部 Everything: npm run check && npm test`);
}
