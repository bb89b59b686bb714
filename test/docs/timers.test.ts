import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { documentedTimers, timersIn, timersOf } from './timers.ts';

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

describe('the table of timers in ARCHITECTURE.md', () => {
  const timers = timersIn('worker workflows activities store client/web scripts/lib'.split(' '));
  const rows = documentedTimers(read('ARCHITECTURE.md'));

  test('has a row for every timer of the code, and none for another', () => {
    expect(rows.map(({ timer }) => timer).sort()).toEqual(timers.map(({ timer }) => timer).sort());
  });

  test('says how often, as the code does', () => {
    const often = new Map(rows.map(({ timer, howOften }) => [timer, howOften]));
    const wrong = timers
      .filter(({ timer, every }) => every !== null && !often.get(timer)?.includes(every))
      .map(({ timer, every }) => `${timer}: ${every}`);
    expect(wrong).toEqual([]);
  });
});

test('finds constants of files that set a timer, and delays without a name', () => {
  const of = (code: string) => timersOf('worker/new.ts', code);
  expect(of('const LOOK_MS = 2 * MINUTE;\nsetInterval(look, LOOK_MS);')).toEqual([
    { timer: 'new.ts LOOK_MS', every: '2 min' },
  ]);
  expect(of('await sleep(pause);')).toEqual([{ timer: 'new.ts', every: null }]);
  expect(of('setTimeout(look, 1_500);')).toEqual([
    { timer: 'new.ts: name the delay 1_500', every: null },
  ]);
  expect(of('const LOOK_MS = 2;')).toEqual([]);
});
