import { expect, test } from 'vitest';
import { createProgram } from '../../client/cli/program.ts';
import { read } from './files.ts';

test('docs/cli.md names every command', () => {
  const page = read('docs/cli.md');
  const { commands } = createProgram({ settings: () => Promise.reject(new Error('unused')) });
  const names = commands.flatMap((command) => {
    const inside = command.commands.map((inner) => `${command.name()} ${inner.name()}`);
    return inside.length > 0 ? inside : [command.name()];
  });
  expect(names.length).toBeGreaterThan(40);
  for (const name of names) {
    const [group = '', inner] = name.split(' ');
    expect(page, name).toMatch(new RegExp(`[\`\\\\|]${group}\\b`));
    if (inner !== undefined)
      expect(page, name).toMatch(new RegExp(`\`${group}\\b[^\`]*\\b${inner}\\b`));
  }
});
