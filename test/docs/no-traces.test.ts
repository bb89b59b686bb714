import { describe, expect, test } from 'vitest';
import { allFiles, read } from './files.ts';

const isText = (path: string) => !/\.(png|docx|xlsx|jpg|gz|zip|ico|woff2?)$/.test(path);

/** Written with a class in them, so that this file does not find itself. */
const TRACES: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a home folder', /[/](root|home[/][a-z][\w.-]*|Users[/][A-Za-z][\w.-]*)[/]/],
  ['a Windows home folder', /[A-Z]:\\+Users\\/],
  ['a working folder of some machine', /(?<![\w.~-])[/](work|workspace|builds?|mnt)[/]\w/],
  ['a temporary folder', /(?<![\w.])[/]tmp[/]\w/],
  [
    'a package registry',
    /https?:[/][/][^\s/"']*(registry|npmmirror|artifactory|nexus|pypi)[^\s"']*/i,
  ],
];

describe.each(TRACES)('no text holds %s', (_, pattern) => {
  test('anywhere in the repository', () => {
    const found = allFiles()
      .filter(isText)
      .flatMap((path) =>
        read(path)
          .split('\n')
          .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : [])),
      );
    expect(found).toEqual([]);
  });
});

test('the lock file names no place to fetch packages from', () => {
  expect(read('package-lock.json')).not.toContain('"resolved"');
});
