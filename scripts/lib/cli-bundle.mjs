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
import { pathToFileURL } from 'node:url';
import { readJson, writeWhole } from './files.mjs';
import { inRoot } from './paths.mjs';

/**
 * The command line in a few files instead of 900: reading and compiling the TypeScript sources takes longer than most
 * commands do. The bundle lies beside the packages, in a folder named after the content of everything it was made from.
 */

const KEPT_MS = 24 * 60 * 60 * 1000;

/**
 * @typedef {{ root: string, entry: string, cache: string }} Place
 * @typedef {{ digest: string, inputs: string[] }} Current
 */

/** @type {Place} */
const place = {
  root: inRoot(),
  entry: 'client/cli/main.ts',
  cache: inRoot('node_modules', '.cache', 'cuibao', 'cli'),
};

/**
 * The bundled command line, made anew when a source, a package or this file changed.
 * @param {Place} [of]
 * @returns {Promise<string | undefined>} its main file; undefined where none can be kept
 */
export async function cliBundle(of = place) {
  try {
    return mainOf(of, isCurrent(of) ?? (await bundle(of)));
  } catch (error) {
    // A read-only checkout, a full disk: the sources can still be run as they are.
    if (error instanceof Error && 'syscall' in error) return undefined;
    throw error;
  }
}

/** @param {Place} of @param {string} digest */
const mainOf = ({ cache, entry }, digest) =>
  path.join(cache, digest, `${path.basename(entry, path.extname(entry))}.js`);

/** The digest of the bundle that was made last, when it still fits. @param {Place} of */
function isCurrent(of) {
  /** @type {Current | undefined} */
  const current = readJson(path.join(of.cache, 'current.json'));
  if (current === undefined || !existsSync(mainOf(of, current.digest))) return undefined;
  try {
    const contents = new Map(current.inputs.map((file) => [file, readFileSync(inside(of, file))]));
    return digestOf(of, contents) === current.digest ? current.digest : undefined;
  } catch {
    return undefined; // A source is gone.
  }
}

/**
 * Besides the sources: the versions of the packages, how it is made, and where, because the bundle names the sources'
 * own places.
 * @param {Place} of @param {Map<string, Buffer>} contents by the source's path from the root
 */
function digestOf({ root, entry }, contents) {
  const hash = createHash('sha256').update(`${root}\0${entry}\0${process.version}\0`);
  for (const file of [inRoot('package-lock.json'), inRoot('tsconfig.json'), import.meta.filename]) {
    hash.update(readFileSync(file)).update('\0');
  }
  for (const file of [...contents.keys()].sort()) {
    hash
      .update(`${file}\0`)
      .update(contents.get(file) ?? '')
      .update('\0');
  }
  return hash.digest('hex').slice(0, 24);
}

/** @param {Place} of @returns {Promise<string>} the digest under which it is kept */
async function bundle(of) {
  const { contents, files } = await made(of);
  const digest = digestOf(of, contents);
  mkdirSync(of.cache, { recursive: true });
  removeOld(of);
  const draft = path.join(of.cache, `${digest}.${process.pid}`);
  try {
    mkdirSync(draft);
    for (const { name, text } of files) writeFileSync(path.join(draft, name), text);
    moveTo(draft, path.join(of.cache, digest));
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  const current = { digest, inputs: [...contents.keys()] };
  writeWhole(path.join(of.cache, 'current.json'), JSON.stringify(current));
  return digest;
}

/** The same content under the same name: whoever comes second leaves what is there. @param {string} draft @param {string} folder */
function moveTo(draft, folder) {
  if (existsSync(folder)) return;
  try {
    renameSync(draft, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
}

/**
 * @param {Place} of
 * @returns {Promise<{ contents: Map<string, Buffer>, files: { name: string, text: string }[] }>} what was read, not
 *   what stands there a moment later, and what became of it
 */
async function made(of) {
  // Loaded here, so that a call that finds its bundle does not load the bundler.
  const { build } = await import('esbuild');
  /** @type {Map<string, Buffer>} */
  const contents = new Map();
  const { outputFiles } = await build({
    absWorkingDir: of.root,
    entryPoints: [of.entry],
    outdir: of.cache,
    write: false,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    chunkNames: '[hash]',
    logLevel: 'silent',
    // Temporal's parts have native code and find their own files; migrations are loaded by their path.
    external: ['@temporalio/*', 'node-pg-migrate', 'pg-native'],
    // Packages in the older format ask for `require`.
    banner: {
      js: `import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(${JSON.stringify(pathToFileURL(path.join(of.root, of.entry)).href)});`,
    },
    plugins: [readingSources(of, contents)],
  });
  return {
    contents,
    files: outputFiles.map(({ path: file, text }) => ({ name: path.basename(file), text })),
  };
}

/**
 * Keeps what is read of our own sources, and has them find their neighbours from where they stand.
 * @param {Place} of @param {Map<string, Buffer>} contents
 * @returns {import('esbuild').Plugin}
 */
const readingSources = ({ root }, contents) => ({
  name: 'our own sources',
  setup(build) {
    build.onLoad({ filter: /\.(ts|tsx|mjs|js|json)$/ }, ({ path: file }) => {
      const name = path.relative(root, file);
      if (name.startsWith('..') || name.split(path.sep).includes('node_modules')) return undefined;
      const content = readFileSync(file);
      contents.set(name, content);
      const url = JSON.stringify(pathToFileURL(file).href);
      return {
        contents: content.toString('utf8').replaceAll('import.meta.url', url),
        loader: loaderOf(file),
      };
    });
  },
});

/** @param {string} file */
function loaderOf(file) {
  const extension = path.extname(file).slice(1);
  return extension === 'mjs' ? 'js' : /** @type {'ts' | 'tsx' | 'js' | 'json'} */ (extension);
}

/** A command that runs for long loads parts of its bundle late; older ones nobody needs. @param {Place} of */
function removeOld({ cache }) {
  for (const name of readdirSync(cache)) {
    const folder = path.join(cache, name);
    if (Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0) > KEPT_MS) {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

/** @param {Place} of @param {string} file */
const inside = ({ root }, file) => path.join(root, file);
