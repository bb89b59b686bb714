/** A whole run: kept as JSON, and written into docs/benchmarks.md on demand. */

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import Table from 'cli-table3';
import { type Figure, isMet, spreadOf } from './figure.ts';
import type { Machine } from './machine.ts';
import type { Options } from './options.ts';
import { ROOT } from './program.ts';

export type BenchResult = {
  /** ISO 8601. */
  readonly date: string;
  readonly machine: Machine;
  readonly options: Options;
  readonly figures: readonly Figure[];
  readonly notes: Readonly<Record<string, readonly string[]>>;
  /** Measurements that failed. */
  readonly failed: readonly string[];
};

/** @returns the file's path */
export async function keep(result: BenchResult): Promise<string> {
  const name = `${result.date.slice(0, 16).replaceAll(':', '')}.json`;
  const file = result.options.out ?? path.join(ROOT, '.cuibao', 'bench', name);
  const figures = result.figures.map((figure) => ({
    ...figure,
    ...spreadOf(figure.runs),
    met: isMet(figure),
  }));
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify({ ...result, figures }, null, 2)}\n`);
  return file;
}

const PAGE = path.join(ROOT, 'docs', 'benchmarks.md');
const FROM = '<!-- figures: npm run bench -- --write -->';
const TO = '<!-- end of figures -->';

/** Replaces the text between the two marks of the page. */
export async function writeIntoPage(result: BenchResult, page = PAGE): Promise<void> {
  const text = await readFile(page, 'utf8');
  const [before, after] = [text.split(FROM)[0], text.split(TO)[1]];
  if (before === undefined || after === undefined)
    throw new Error(`${page} has no marks for the figures`);
  await writeFile(page, `${before}${FROM}\n\n${sectionOf(result)}\n\n${TO}${after}`);
}

function sectionOf({ date, machine, figures, notes }: BenchResult): string {
  const where = Object.entries(machine).map(([name, value]) => `${name}: ${value}`);
  const lines = Object.values(notes).flat();
  return [
    `Measured on ${date.slice(0, 10)}. ${where.join('; ')}.`,
    markdownTable(figures),
    ['```text', ...lines, '```'].join('\n'),
  ].join('\n\n');
}

/** Figures as lines of a table, on the terminal and in docs/benchmarks.md. */
const HEAD = ['measured', 'units', 'median', 'spread', 'runs', 'goal', ''];

export function terminalTable(figures: readonly Figure[]): string {
  const table = new Table({ head: HEAD, style: { head: [], border: [] } });
  table.push(...figures.map(rowOf));
  return table.toString();
}

const markdownTable = (figures: readonly Figure[]): string =>
  [HEAD, HEAD.map(() => '---'), ...figures.map(rowOf)]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

function rowOf(figure: Figure): string[] {
  const { median, min, max } = spreadOf(figure.runs);
  const met = isMet(figure);
  const spread = min === max ? '' : `${shown(min, figure)}–${shown(max, figure)}`;
  return [
    figure.what,
    figure.size === null ? '' : String(figure.size),
    `${shown(median, figure)}${figure.unit === 'ratio' ? '' : ` ${figure.unit}`}`,
    spread,
    String(figure.runs.length),
    goalOf(figure),
    met === null ? '' : met ? '✓' : '✗',
  ];
}

const shown = (value: number, { unit }: Figure): string =>
  unit === 's' || unit === 'ratio' ? value.toFixed(2) : String(Math.round(value));

function goalOf({ goal, unit }: Figure): string {
  if (goal === null) return '';
  const suffix = unit === 'ratio' ? '' : ` ${unit}`;
  return 'atLeast' in goal ? `≥ ${goal.atLeast}${suffix}` : `≤ ${goal.atMost}${suffix}`;
}
