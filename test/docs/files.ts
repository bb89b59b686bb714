/** The texts of the repository, for the tests that hold them to the code. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export const read = (path: string): string => readFileSync(`${root}${path}`, 'utf8');
export const exists = (path: string): boolean => existsSync(`${root}${path}`);

/** Every file that is in version control or would be with the next commit. */
export const allFiles = (): string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\0')
    .filter((path) => path !== '' && exists(path));

/** What stands between this heading and the next of its level. */
export function section(markdown: string, heading: string): string {
  const [, after] = markdown.split(`\n${heading}\n`);
  if (after === undefined) throw new Error(`no heading “${heading}”`);
  const level = heading.split(' ')[0];
  return after.split(`\n${level} `)[0] ?? '';
}
