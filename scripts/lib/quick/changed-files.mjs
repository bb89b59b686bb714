import { Failure } from '../failure.mjs';
import { inRoot } from '../paths.mjs';
import { run } from '../processes/run.mjs';

/**
 * What differs from a commit, new files included and removed ones too. Without changes: what the last commit changed.
 * @param {string} [since] a commit; HEAD when missing
 * @returns {Promise<{ changed: string[], since: string }>} paths from the root, with /
 */
export async function changedFiles(since) {
  const changed = await changedSince(since ?? 'HEAD');
  if (changed.length > 0 || since !== undefined) return { changed, since: since ?? 'HEAD' };
  return { changed: await changedSince('HEAD~1'), since: 'HEAD~1' };
}

/** @param {string} commit */
async function changedSince(commit) {
  const differing = await git('diff', '--name-only', '--no-renames', '-z', commit, '--');
  const fresh = await git('ls-files', '--others', '--exclude-standard', '-z');
  return [...new Set([...differing, ...fresh])].sort();
}

/** All files of ours: those git knows and new ones. */
export const allFiles = () => git('ls-files', '--cached', '--others', '--exclude-standard', '-z');

/** @param {string[]} args */
async function git(...args) {
  const { code, out, err } = await run('git', args, { cwd: inRoot() });
  if (code === 0) return out.split('\0').filter(Boolean);
  throw new Failure('git 没有说出改动了什么。git did not say what changed.', {
    tried: [`git ${args.join(' ')}: ${err.trim()}`],
    remedy:
      '在 git 检出里运行，或改正提交的名称。Run it in a git checkout, and name a commit that exists.',
  });
}
