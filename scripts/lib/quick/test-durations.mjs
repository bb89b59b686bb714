import path from 'node:path';
import { readJson, writeWhole } from '../files.mjs';
import { inRoot, root } from '../paths.mjs';

/** How long each test file took when it ran last: the order of a whole run, and the choice of `npm run quick`. */

const file = inRoot('node_modules', '.cache', 'cuibao', 'test-durations.json');

/**
 * Of files that have not run here yet, by the beginning of their path. Seconds, on two cores.
 * @type {readonly (readonly [string, number])[]}
 */
const USUAL = [
  ['test/chaos/', 90],
  ['test/client/browser-every', 80],
  ['test/client/browser', 10],
  ['test/client/cli', 12],
  ['test/bench/', 35],
  ['test/workflows/', 7],
  ['test/flows/', 9],
  ['test/store/', 2],
  ['test/client/', 2],
  ['test/domain/', 0.3],
  ['test/', 1],
];

/** @returns {(test: string) => number} milliseconds by path from the root */
export function knownDurations() {
  /** @type {Record<string, number>} */
  const known = readJson(file) ?? {};
  return (test) => known[test] ?? usual(test);
}

/** @param {string} test */
const usual = (test) => (USUAL.find(([start]) => test.startsWith(start))?.[1] ?? 1) * 1000;

/** @param {any} report of vitest, in JSON; undefined when it wrote none */
export function keepDurations(report) {
  const results = report?.testResults ?? [];
  if (results.length === 0) return;
  const took = results.map((/** @type {any} */ one) => [
    path.relative(root, one.name).split(path.sep).join('/'),
    Math.round(one.endTime - one.startTime),
  ]);
  writeWhole(file, JSON.stringify({ ...readJson(file), ...Object.fromEntries(took) }));
}
