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
