import path from 'node:path';
import { distances } from './import-graph.mjs';

/**
 * The tests of `npm run quick`: those nearest to the change, as many as fit into the time.
 *
 * @typedef {{ test: string, distance: number }} Reached
 * @typedef {{ chosen: string[], left: Reached[], unreached: string[] }} Choice
 *   `left`: tests that reach the change and are not run; `unreached`: changed files that no test reaches by imports
 */

/** Reads whatever changes: documents and settings. They are quick. */
const DOCUMENTS = 'test/docs/';

/**
 * @param {{
 *   changed: readonly string[], imports: Map<string, string[]>, limitMs: number, msOf: (test: string) => number,
 * }} input `msOf`: how long a test file will take, as far as one knows
 * @returns {Choice} `chosen` with the nearest first
 */
export function chooseTests({ changed, imports, limitMs, msOf }) {
  const tests = [...imports.keys()].filter(isTest);
  const from = distances(imports, changed);
  const reached = tests
    .flatMap((test) => {
      const distance = from.get(test);
      return distance === undefined ? [] : [{ test, distance: nearness(test, distance, changed) }];
    })
    .sort((a, b) => a.distance - b.distance || msOf(a.test) - msOf(b.test));
  const unreached = changed.filter(
    (file) => !isTest(file) && ![...distances(imports, [file]).keys()].some(isTest),
  );
  const documents = unreached.length > 0 ? tests.filter((test) => test.startsWith(DOCUMENTS)) : [];
  const { chosen, left } = withinTime(reached, limitMs, msOf);
  return { chosen: [...new Set([...chosen, ...documents])], left, unreached };
}

/**
 * A changed test comes first, then a test that is named after what changed, then the tests of its room with those that
 * import it themselves, then the others by the imports between.
 * @param {string} test @param {number} distance @param {readonly string[]} changed
 */
function nearness(test, distance, changed) {
  if (changed.some((file) => subjectOf(test) === subjectOf(file))) return Math.min(distance, 0.5);
  const isOfRoom = changed.some((file) => path.posix.dirname(test) === roomOf(file));
  return isOfRoom ? Math.min(distance, 1) : distance;
}

/** Where the tests of a file lie. @param {string} file */
const roomOf = (file) => `test/${path.posix.dirname(file)}`;

/** @param {string} file */
const subjectOf = (file) => path.posix.basename(file).replace(/(\.test)?\.[a-z]+$/, '');

/** What changed itself is always run. @param {readonly Reached[]} reached @param {number} limitMs @param {(test: string) => number} msOf */
function withinTime(reached, limitMs, msOf) {
  /** @type {string[]} */
  const chosen = [];
  /** @type {Reached[]} */
  const left = [];
  let spent = 0;
  for (const one of reached) {
    const ms = msOf(one.test);
    if (one.distance > 0 && spent + ms > limitMs) left.push(one);
    else {
      chosen.push(one.test);
      spent += ms;
    }
  }
  return { chosen, left };
}

/** @param {string} file */
const isTest = (file) => /^test\/.*\.test\.ts$/.test(file);

/** How many of them lie in each folder: `test/store 12, test/flows 3`. @param {readonly string[]} tests */
export function byFolder(tests) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const test of tests) {
    const folder = test.split('/').slice(0, 2).join('/');
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts].map(([folder, count]) => `${folder} ${count}`).join(', ');
}
