import { describe, expect, test } from 'vitest';
import { exists, read } from './files.ts';

const english = read('README.md');
const chinese = read('README.zh-CN.md');

const headings = (text: string) => [...text.matchAll(/^(#+) /gm)].map((found) => found[1]);
const commands = (text: string) =>
  [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap((block) =>
    (block[1] ?? '').trimEnd().split('\n'),
  );
const links = (text: string) =>
  [...text.matchAll(/\]\(([^)]+)\)/g)]
    .map((found) => found[1] ?? '')
    .filter((link) => !link.startsWith('README'));

describe('the two READMEs are in step', () => {
  test.each([
    ['headings', headings],
    ['commands', commands],
    ['links', links],
  ] as const)('%s', (_, of) => {
    expect(of(english).length).toBeGreaterThan(2);
    expect(of(chinese)).toEqual(of(english));
  });

  test('each names the other', () => {
    expect(english).toContain('](README.zh-CN.md)');
    expect(chinese).toContain('](README.md)');
  });

  test('both are short', () => {
    for (const text of [english, chinese]) expect(text.split('\n').length).toBeLessThanOrEqual(81);
  });
});

test('every npm command of a README is a script of package.json', () => {
  const { scripts } = JSON.parse(read('package.json'));
  for (const command of commands(english)) {
    const script = /^npm (?:run (?:-s )?)?([a-z]+)/.exec(command)?.[1];
    expect(Object.keys(scripts), command).toContain(script);
  }
});

test('files that the commands name exist, or a command before makes them', () => {
  const made = new Set<string>();
  for (const line of commands(english)) {
    const output = / -o (\S+)/.exec(line)?.[1];
    if (output !== undefined) made.add(output);
    const named = line.match(/\S+\.json/g) ?? [];
    for (const file of named) expect(made.has(file) || exists(file), file).toBe(true);
  }
  expect(made.size).toBeGreaterThan(0);
});

test('every command line command of a README is in docs/cli.md', () => {
  const page = read('docs/cli.md');
  const named = commands(english).flatMap((line) => / cuibao -- ([a-z-]+)/.exec(line)?.[1] ?? []);
  expect(named).not.toEqual([]);
  for (const name of named) expect(page).toMatch(new RegExp(`\\b${name}\\b`));
});

test('the Node version asked for is the one of package.json', () => {
  const { engines } = JSON.parse(read('package.json'));
  const version = engines.node.replace('>=', '');
  for (const text of [english, chinese]) expect(text).toContain(`Node ≥ ${version}`);
});
