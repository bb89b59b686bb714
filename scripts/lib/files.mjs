import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Replaces a small file in one move, so that nobody reads half of it.
 * @param {string} file @param {string} text @param {number} [mode]
 */
export function writeWhole(file, text, mode = 0o644) {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.new`;
  writeFileSync(draft, text, { mode });
  renameSync(draft, file);
}

/** What a JSON file holds; undefined when it is missing or broken. @param {string} file @returns {any} */
export function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** @param {string} file @returns {string | undefined} */
export function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** The last lines of a log. @param {string} file @param {number} [count] */
export const lastLines = (file, count = 20) =>
  (readText(file) ?? '').trimEnd().split('\n').slice(-count).join('\n');

/** A secret of this clone, made once and kept in a file that only its owner can read. @param {string} file */
export function ownSecret(file) {
  const known = readText(file)?.trim();
  if (known) return known;
  const fresh = randomBytes(24).toString('base64url');
  writeWhole(file, `${fresh}\n`, 0o600);
  return fresh;
}
