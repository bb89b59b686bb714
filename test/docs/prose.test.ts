import { describe, expect, test } from 'vitest';
import { allFiles, read, section } from './files.ts';

const pages = allFiles().filter((path) => path.endsWith('.md') && !path.includes('zh-CN'));

/** Turns that nobody would say aloud to a new colleague. */
const TURNS = [
  /whom?ever|whomso|whatsoever/,
  /of (its|their|one's) own accord|of their own matter/,
  /com(e|es|ing) to be|(is|are|was|were) to be\b/,
  /what becomes? of|what became of/,
  /\blest\b|\bthereof\b|\bwhereof\b|\bhence\b|\bseldom\b|\bupon\b|\bwhither\b/,
  /\bone (is|was) (led|not)\b|\bone's\b|\boneself\b/,
  /whom nobody|to nobody|nobody's/,
  /as little as of|none of which is/,
];

/** The examples of how not to write stand in one table. */
const withoutBadExamples = (page: string): string => {
  const text = read(page);
  return page === 'STYLE.md' ? text.replace(section(text, '## Prose'), '') : text;
};

test.each(pages)('%s is written in plain English', (page) => {
  const lines = withoutBadExamples(page).split('\n');
  const found = lines.filter((line) => TURNS.some((turn) => turn.test(line)));
  expect(found).toEqual([]);
});

describe('STYLE.md', () => {
  const sources = allFiles()
    .filter((path) =>
      /^(domain|workflows|activities|store|gateways|worker|client)\/.*\.tsx?$/.test(path),
    )
    .map(read)
    .join('\n');

  test('names functions, types and constants that exist', () => {
    const text = read('STYLE.md');
    const ours = text
      .split('\n')
      .map((line) => line.split('→').at(-1) ?? '')
      .flatMap((line) => [...line.matchAll(/`([a-z]+[A-Z]\w+|[A-Z][A-Z]+_\w+)\b/g)])
      .map((found) => found[1] ?? '');
    expect(ours.length).toBeGreaterThan(8);
    for (const name of ours.filter((word) => word !== 'processItem'))
      expect(sources, name).toMatch(new RegExp(`\\b${name}\\b`));
  });
});

test('the glossary has each word once', () => {
  const words = [...read('GLOSSARY.md').matchAll(/^\| ([^|]+) \|/gm)].map(([, word = '']) => word);
  const named = words.filter((word) => word !== 'word' && word !== 'name' && !word.startsWith('-'));
  expect(named.length).toBeGreaterThan(80);
  expect(named.filter((word, index) => named.indexOf(word) !== index)).toEqual([]);
});
