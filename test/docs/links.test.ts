import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allFiles, exists, read } from './files.ts';

const pages = allFiles().filter((path) => path.endsWith('.md'));
const code = allFiles().filter((path) => !path.startsWith('.'));

describe.each(pages)('%s', (page) => {
  const text = read(page);

  test('links to files that exist', () => {
    for (const [, link = ''] of text.matchAll(/\]\(([^)#]+)[^)]*\)/g)) {
      if (/^https?:/.test(link)) continue;
      expect(exists(posix.join(posix.dirname(page), link)), link).toBe(true);
    }
  });

  test('names source files that exist', () => {
    const folders = new Set(code.map((path) => path.split('/')[0]));
    for (const [, path = ''] of text.matchAll(/`([a-z]+\/[\w/.-]+)`/g)) {
      if (folders.has(path.split('/')[0])) expect(exists(path), path).toBe(true);
    }
  });
});

test('the decisions are numbered without a gap and each has its four parts', () => {
  const decisions = pages.filter((page) => page.startsWith('docs/decisions/'));
  const numbers = decisions.map((page) => Number(posix.basename(page).slice(0, 4)));
  expect(numbers).toEqual(decisions.map((_, index) => index + 1));
  for (const page of decisions) {
    const parts = [...read(page).matchAll(/^\*\*(\w+)\.\*\*/gm)].map((found) => found[1]);
    expect(parts, page).toEqual(['Context', 'Options', 'Chosen', 'Consequences']);
  }
});
