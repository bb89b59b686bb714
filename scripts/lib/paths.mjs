import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** A path inside the checkout. @param {string[]} parts */
export const inRoot = (...parts) => path.join(root, ...parts);

/** A path inside the one folder that holds everything a running clone writes. @param {string[]} parts */
export const inData = (...parts) => path.join(root, '.cuibao', ...parts);

/**
 * A path inside the user's cache folder, shared by all clones.
 * @param {string[]} parts
 */
export const inCache = (...parts) => path.join(cacheFolder(process.env), ...parts);

/**
 * Where this user's downloads are kept.
 * @param {NodeJS.ProcessEnv} env
 */
function cacheFolder(env) {
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = env;
  if (xdg) return path.join(xdg, 'cuibao');
  if (process.platform === 'darwin') return path.join(homedir(), 'Library', 'Caches', 'cuibao');
  if (local) return path.join(local, 'cuibao', 'cache');
  return path.join(homedir(), '.cache', 'cuibao');
}
