import { randomBytes } from 'node:crypto';
import { readText, writeWhole } from './files.mjs';

/** A secret of this clone, drawn once and kept in a file that only its owner reads. @param {string} file */
export function ownSecret(file) {
  const known = readText(file)?.trim();
  if (known) return known;
  const fresh = randomBytes(24).toString('base64url');
  writeWhole(file, `${fresh}\n`, 0o600);
  return fresh;
}
