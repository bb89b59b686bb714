/** The benchmarks at their smallest, so that they keep running. No duration is asserted. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { isMet, spreadOf } from '../../bench/figure.ts';
import { floorOf, sum } from '../../bench/floor.ts';
import { readOptions } from '../../bench/options.ts';
import { outputOf, typescript, upAndDown } from '../../bench/program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

type Figures = readonly { what: string; size: number | null; unit: string; runs: number[] }[];

test('every measurement yields its figures', async () => {
  const out = path.join(temporaryFolder(), 'bench.json');
  const args = ['--only', 'burst,events,rehearsal,board', '--sizes', '2', '--runs', '1', '--tiny'];
  await outputOf(typescript('bench/main.ts', ...args, '--out', out));

  const result = JSON.parse(await readFile(out, 'utf8')) as { failed: string[]; figures: Figures };
  expect(result).toMatchObject({ failed: [], machine: { node: process.version } });
  expect(result.figures.map(({ what, unit }) => `${what} (${unit})`)).toEqual([
    'opening a round (s)',
    'opening a round: the engine alone (s)',
    'opening a round: share of its limit (ratio)',
    'reminding all, 4 messages (s)',
    'reminding all, 4 messages: the engine alone (s)',
    'reminding all, 4 messages: share of its limit (ratio)',
    'a unit that reports after its notice (events)',
    'a unit that reports after its notice: the floor (events)',
    'a unit that reports after its notice: times the floor (ratio)',
    'a unit that reports after its notice (bytes)',
    'a unit that never reports (three 督办) (events)',
    'a unit that never reports (three 督办): the floor (events)',
    'a unit that never reports (three 督办): times the floor (ratio)',
    'a unit that never reports (three 督办) (bytes)',
    'rehearsal of the first days of 2018 (s)',
    'the board, 95th percentile (s)',
    'the board, its page (bytes)',
  ]);
  for (const { runs } of result.figures) expect(runs[0]).toBeGreaterThan(0);
}, 120_000);

const CLI = `
  process.on('SIGINT', () => process.exit(0));
  setTimeout(() => console.log('up'), 50);
  setInterval(() => {}, 1_000);
`;

test('a program that says it is up is timed, and stopped as by Ctrl-C', async () => {
  const { upMs, downMs } = await upAndDown([process.execPath, '-e', CLI], 'up', { cwd: '.' });
  expect(upMs).toBeGreaterThan(0);
  expect(downMs).toBeGreaterThanOrEqual(0);
});

test('a program that ends instead is reported with its output', async () => {
  const command = [process.execPath, '-e', `console.log('port in use')`];
  await expect(upAndDown(command, 'All is up', { cwd: '.' })).rejects.toThrow('port in use');
});

test('the floor is counted from the job', () => {
  const start = { opening: 0, steps: [], news: [], ended: false };
  expect(sum(floorOf(start))).toBe(1 + 3);
  // Two activities of 3, and the task that follows them.
  expect(sum(floorOf({ ...start, opening: 2 }))).toBe(4 + 9);
  // Timer 2, task 3, two activities of 3, task 3.
  expect(sum(floorOf({ ...start, steps: [2, 2] }))).toBe(4 + 14 + 14);
  // The wait it ends 2, signal 1, task 3; when it is answered, an activity 3 and a task 3.
  expect(sum(floorOf({ ...start, news: [0] }))).toBe(4 + 6);
  expect(sum(floorOf({ ...start, news: [1] }))).toBe(4 + 12);
  expect(sum(floorOf({ ...start, ended: true }))).toBe(4 + 6 + 1);
});

test('a figure is its median with the spread of its runs', () => {
  expect(spreadOf([3, 1, 2])).toEqual({ median: 2, min: 1, max: 3 });
  expect(spreadOf([4, 1, 2, 3])).toEqual({ median: 2.5, min: 1, max: 4 });
  const figure = { what: '', unit: 'ratio', size: null } as const;
  expect(isMet({ ...figure, runs: [0.8, 0.9, 1], goal: { atLeast: 0.9 } })).toBe(true);
  expect(isMet({ ...figure, runs: [1.2], goal: { atMost: 1.15 } })).toBe(false);
  expect(isMet({ ...figure, runs: [1.2], goal: null })).toBeNull();
});

test.each([
  [['--only', 'bursts'], '“bursts”不是一项测量'],
  [['--sizes', '44,x'], '--sizes 里的“x”应是正整数'],
  [['--runs', '0'], '--runs 里的“0”应是正整数'],
])('wrong arguments are named: %j', (args, message) => {
  expect(() => readOptions(args)).toThrow(message);
});
