import { readFileSync } from 'node:fs';

/** Later ones build on earlier ones: what is narrow or printed overrides what came before. */
const PARTS = [
  'base',
  'form',
  'lights',
  'board',
  'tables',
  'unit',
  'calendar',
  'report',
  'bureau',
  'admin',
  'narrow',
  'print',
];

/** The one stylesheet of all pages. */
export const STYLE = PARTS.map((part) =>
  readFileSync(new URL(`./style/${part}.css`, import.meta.url), 'utf8'),
).join('\n');
