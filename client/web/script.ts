import { readFileSync } from 'node:fs';

/** Served as they lie in `script/`: small enhancements, no page needs them. */
const NAMES = [
  'main.js',
  'board.js',
  'copy.js',
  'counts.js',
  'draft.js',
  'figures.js',
  'form-values.js',
  'live.js',
  'regions.js',
  'spare.js',
];

const SCRIPTS = new Map(
  NAMES.map((name) => [name, readFileSync(new URL(`./script/${name}`, import.meta.url), 'utf8')]),
);

export const scriptNamed = (name: string): string | undefined => SCRIPTS.get(name);
