import { readFileSync } from 'node:fs';

/** Later ones build on earlier ones: what is narrow or printed overrides what came before. */
const PARTS = [
  'shared/style/base',
  'shared/style/form',
  'shared/style/lights',
  'board/board',
  'shared/style/tables',
  'unit/unit',
  'calendar/calendar',
  'report/report',
  'shared/style/bureau',
  'admin/admin',
  'shared/style/narrow',
  'shared/style/print',
];

/** The one stylesheet of all pages. */
export const STYLE = PARTS.map((part) =>
  readFileSync(new URL(`./${part}.css`, import.meta.url), 'utf8'),
).join('\n');

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
