import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = path.join(root, 'node_modules', '.cache', 'cuibao');
const SOURCE = path.join(root, 'workflows', 'index.ts');
const PREFIX = 'workflows-';
const KEPT_MS = 24 * 60 * 60 * 1000;

/**
 * The workflows bundled into one file, cached by the state of the sources: bundling takes two seconds, and most starts
 * change no workflow. @returns the file's path, for `workflowBundle: { codePath }` of a worker
 */
export async function workflowBundle(): Promise<string> {
  const file = path.join(cache, `${PREFIX}${hashOfSources()}.js`);
  if (!existsSync(file)) await bundleInto(file);
  return file;
}

async function bundleInto(file: string): Promise<void> {
  // Imported here: a run that finds its bundle does not load the bundler.
  const { bundleWorkflowCode, DefaultLogger } = await import('@temporalio/worker');
  const { code } = await bundleWorkflowCode({
    workflowsPath: SOURCE,
    logger: new DefaultLogger('WARN'),
  });
  mkdirSync(cache, { recursive: true });
  removeOld();
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, code);
  renameSync(draft, file);
}

/** Covers everything that can reach the bundle: our sources, and the versions of everything else. */
function hashOfSources(): string {
  const hash = createHash('sha256').update(readFileSync(path.join(root, 'package-lock.json')));
  for (const file of ['workflows', 'domain'].flatMap(sourcesUnder)) {
    hash.update(`\0${file}\0`).update(readFileSync(path.join(root, file)));
  }
  return hash.digest('hex').slice(0, 16);
}

function sourcesUnder(folder: string): string[] {
  const names = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => path.join(folder, name));
}

/** A bundle of yesterday may still be in use by a run in watch mode; older ones are not. */
function removeOld(): void {
  for (const name of readdirSync(cache).filter((entry) => entry.startsWith(PREFIX))) {
    const file = path.join(cache, name);
    if (Date.now() - statSync(file).mtimeMs > KEPT_MS) rmSync(file, { force: true });
  }
}

/** The cached bundle, or the sources where nothing can be written (a read-only image). */
export async function workflowCode(): Promise<
  { workflowBundle: { codePath: string } } | { workflowsPath: string }
> {
  try {
    return { workflowBundle: { codePath: await workflowBundle() } };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'EACCES' || code === 'EROFS') return { workflowsPath: SOURCE };
    throw error;
  }
}
