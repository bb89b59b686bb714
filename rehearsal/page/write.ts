/** Writes the page beside the compiled documents. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Rehearsed } from '../result.ts';
import { renderPage } from './page.tsx';
import type { PageRecord } from './read.ts';

export const PAGE = 'index.html';

/** In their order in the page. */
const SHEETS = ['page', 'picture', 'drawing', 'row', 'tables', 'media'];

export async function writePage(out: string, result: Rehearsed, record: PageRecord): Promise<void> {
  await mkdir(out, { recursive: true });
  const page = await renderPage({ result, record, style: await readStyle() });
  await writeFile(path.join(out, PAGE), page);
}

export async function readStyle(): Promise<string> {
  const files = SHEETS.map((name) => fileURLToPath(new URL(`style/${name}.css`, import.meta.url)));
  return (await Promise.all(files.map((file) => readFile(file, 'utf8')))).join('');
}
