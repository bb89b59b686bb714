import { expect, test } from 'vitest';
import { read, section } from './files.ts';

const page = read('docs/rules.md');

const kindsIn = (file: string): string[] =>
  [...read(file).matchAll(/readonly kind: '([a-z-]+)'/g)].map((found) => found[1] ?? '');

const firstCells = (heading: string): string[] =>
  [...section(page, heading).matchAll(/^\| ([a-z, -]+) \|/gm)].flatMap((row) =>
    (row[1] ?? '').split(', '),
  );

test.each([
  ['## What a command does in each state', 'domain/obligation/act.ts'],
  ['## When a command on a whole plan is refused', 'domain/plan-change/act.ts'],
])('%s has a row for every kind of act', (heading, file) => {
  const kinds = kindsIn(file);
  expect(kinds.length).toBeGreaterThan(15);
  expect(firstCells(heading).sort()).toEqual(kinds.sort());
});

test('the rules are numbered without a gap', () => {
  const numbers = [...page.matchAll(/^(\d+)\. /gm)].map((found) => Number(found[1]));
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
});
