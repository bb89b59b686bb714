import path from 'node:path';

/**
 * What imports what among our own files, read from their text: all imports are relative and name their file, so no
 * resolver is needed. Imports of types alone are left out: they are gone when the tests run, and `tsc` judges them.
 * Files and folders that a module reads (`new URL('../texts/', import.meta.url)`) and programs of ours that it starts
 * (`'client/cli/main.ts'`) count as imported.
 */

const IMPORT =
  /(?:^|[\s;}])(?:import|export)(?!\s+type\b)\s*(?:[\w*{}\s,$]*?\bfrom\s*)?'(\.[^']+)'/g;
const LATER = /\bimport\(\s*'(\.[^']+)'/g;
const READ = /new URL\(\s*['`](\.[^'`$]*)[^'`]*['`]\s*,\s*import\.meta\.url/g;
const PROGRAM = /'([a-z][\w/-]*\/[\w-]+\.(?:ts|mjs))'/g;

/**
 * @param {Map<string, string>} sources by path from the root, with /
 * @returns {Map<string, string[]>} what each of them imports or reads; folders end with /
 */
export const importGraph = (sources) =>
  new Map([...sources].map(([file, text]) => [file, importsOf(file, text)]));

/** @param {string} file @param {string} text */
function importsOf(file, text) {
  const folder = path.posix.dirname(file);
  const near = [IMPORT, LATER, READ].flatMap((pattern) => [...text.matchAll(pattern)]);
  const started = [...text.matchAll(PROGRAM)].map(([, name = '']) => name);
  return [...near.map(([, name = '']) => path.posix.join(folder, name)), ...started];
}

/**
 * How many imports lie between each file and the nearest of the changed ones; a changed file has 0.
 * @param {Map<string, string[]>} imports
 * @param {readonly string[]} changed
 * @returns {Map<string, number>} files that reach none are missing
 */
export function distances(imports, changed) {
  const importers = importersOf(imports);
  /** @type {Map<string, number>} */
  const found = new Map(changed.map((file) => [file, 0]));
  let edge = changed.flatMap((file) => [file, ...foldersOf(file)]);
  for (let distance = 1; edge.length > 0; distance += 1) {
    const next = new Set(edge.flatMap((file) => importers.get(file) ?? []));
    edge = [...next].filter((file) => !found.has(file));
    for (const file of edge) found.set(file, distance);
  }
  return found;
}

/** @param {Map<string, string[]>} imports */
function importersOf(imports) {
  /** @type {Map<string, string[]>} */
  const importers = new Map();
  for (const [file, names] of imports) {
    for (const name of names) importers.set(name, [...(importers.get(name) ?? []), file]);
  }
  return importers;
}

/** The folders above a file, with and without / at the end, as modules write them. @param {string} file @returns {string[]} */
function foldersOf(file) {
  const folder = path.posix.dirname(file);
  return folder === '.' ? [] : [folder, `${folder}/`, ...foldersOf(folder)];
}
