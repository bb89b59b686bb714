/** Figures as lines of a table, on the terminal and in docs/benchmarks.md. */
import Table from 'cli-table3';
import { type Figure, isMet, spreadOf } from './figure.ts';

const HEAD = ['measured', 'units', 'median', 'spread', 'runs', 'goal', ''];

export function terminalTable(figures: readonly Figure[]): string {
  const table = new Table({ head: HEAD, style: { head: [], border: [] } });
  table.push(...figures.map(rowOf));
  return table.toString();
}

export const markdownTable = (figures: readonly Figure[]): string =>
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
