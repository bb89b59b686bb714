import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { reaches } from './postgres/account.mjs';

/**
 * A folder outside the checkout that an account with fewer rights can reach: for the programs and
 * data of a server started by root from a closed home folder.
 * @param {import('./postgres/account.mjs').Account} account
 */
export function openFolder(account) {
  // First a place that outlives a reboot.
  const candidates = ['/var/lib/cuibao', path.join(tmpdir(), 'cuibao-shared')];
  const folder = candidates.find((candidate) => prepare(candidate) && reaches(account, candidate));
  if (folder !== undefined) return folder;
  throw new Failure(
    `用户 ${account.name} 进不了任何可用的文件夹。The server’s user can reach no folder.`,
    {
      tried: candidates,
      remedy:
        '用普通用户运行本命令，或设置 DATABASE_URL。Run this as an ordinary user, or set DATABASE_URL.',
    },
  );
}

/** A short name that two checkouts never share. @param {string} checkout */
export const shortName = (checkout) =>
  createHash('sha256').update(checkout).digest('hex').slice(0, 12);

/** @param {string} folder */
function prepare(folder) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    const found = lstatSync(folder);
    // Under a shared temporary folder a stranger may have been first: what they own is not used.
    if (!found.isDirectory() || found.uid !== process.getuid?.()) return false;
    chmodSync(folder, 0o755);
    return true;
  } catch {
    return false;
  }
}
