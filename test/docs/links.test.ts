import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allFiles, exists, read } from './files.ts';

const pages = allFiles().filter((path) => path.endsWith('.md'));
const code = allFiles().filter((path) => !path.startsWith('.'));

describe.each(pages)('%s', (page) => {
  const text = read(page);

  test('links to files and headings that exist', () => {
    for (const { target, anchor } of linksIn(page, text)) {
      expect(exists(target), target).toBe(true);
      if (anchor !== undefined) expect(anchorsOf(read(target)), target).toContain(anchor);
    }
  });

  test('names source files that exist', () => {
    const folders = new Set(code.map((path) => path.split('/')[0]));
    for (const [, path = ''] of text.matchAll(/`([a-z]+\/[\w/.-]+)`/g)) {
      if (folders.has(path.split('/')[0])) expect(exists(path), path).toBe(true);
    }
  });
});

/** Links within the repository. */
const linksIn = (page: string, text: string) =>
  [...text.matchAll(/\]\(([^)#]*)(?:#([^)]*))?\)/g)]
    .map(([, link = '', anchor]) => ({ link, anchor }))
    .filter(({ link }) => !/^https?:/.test(link))
    .map(({ link, anchor }) => ({
      target: link === '' ? page : posix.join(posix.dirname(page), link),
      anchor,
    }));

/** As GitHub makes them from headings. */
const anchorsOf = (markdown: string): string[] =>
  [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

describe('the decisions', () => {
  const decisions = pages.filter((page) => page.startsWith('docs/decisions/'));
  const numberOf = (page: string) => Number(posix.basename(page).slice(0, 4));

  test('are numbered without a gap', () => {
    expect(decisions.map(numberOf)).toEqual(decisions.map((_, index) => index + 1));
  });

  test.each(decisions)('%s begins with its outcome, and has its four parts', (page) => {
    const text = read(page);
    const parts = [...text.matchAll(/^\*\*(\w+)\.\*\*/gm)].map((found) => found[1]);
    expect(parts).toEqual(['Context', 'Options', 'Chosen', 'Consequences']);
    const [title = '', ...before] = (text.split('\n**Context.**')[0] ?? '').trim().split('\n\n');
    expect(title).toMatch(new RegExp(`^# ${posix.basename(page).slice(0, 4)} `));
    const outcome = before.filter((part) => !/^(Overtaken|Takes the place)/.test(part));
    expect(outcome).toEqual([expect.stringMatching(/^[A-Z`].*\.$/s)]);
    expect(outcome[0]).not.toMatch(/\.\s+[A-Z]/);
  });

  test('that are overtaken say by which later one', () => {
    for (const page of decisions) {
      const [, number] = /^Overtaken.* by \[(\d{4})\]/m.exec(read(page)) ?? [];
      if (number !== undefined) expect(Number(number), page).toBeGreaterThan(numberOf(page));
    }
    const replaced = decisions.flatMap(
      (page) => /^Takes the place of \[\d{4}\]\((.+)\)/m.exec(read(page))?.[1] ?? [],
    );
    expect(replaced).not.toEqual([]);
    for (const page of replaced) expect(read(`docs/decisions/${page}`)).toMatch(/^Overtaken by /m);
  });
});
