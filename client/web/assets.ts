import { readFileSync } from 'node:fs';

/** Order matters: subjects override the general rules, narrow and print override both. */
const STYLES = [
  'shared/style/base',
  'shared/style/form',
  'shared/style/lights',
  'shared/style/tables',
  'board/board',
  'unit/unit',
  'calendar/calendar',
  'report/report',
  'record/record',
  'submission/submission',
  'compilation/compilation',
  'receipts/receipts',
  'mine/mine',
  'acts/acts',
  'letters/letters',
  'history/history',
  'sign-in/sign-in',
  'admin/admin',
  'shared/style/narrow',
  'shared/style/print',
];

/** One style sheet for all pages. */
export const STYLE = STYLES.map((name) =>
  readFileSync(new URL(`./${name}.css`, import.meta.url), 'utf8'),
).join('\n');

/** Served as they are. Every page works without them. */
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
