import { pathToFileURL } from 'node:url';
import { inData, inRoot } from '../paths.mjs';

/**
 * Every program that the commands of this folder start: the command lines, in one place.
 */

// By its full name: `--import tsx` would be looked up from the folder the person is in.
const tsx = pathToFileURL(inRoot('node_modules', 'tsx', 'dist', 'loader.mjs')).href;

/** @param {string} file @param {string[]} args */
const typescript = (file, ...args) => [process.execPath, '--import', tsx, inRoot(file), ...args];

const cliMain = 'client/cli/main.ts';

export const tasks = {
  migrate: typescript(cliMain, 'migrate'),
  /** Fills an empty database with the demonstration; does nothing when there is something. */
  demonstrate: typescript(
    'rehearsal/demonstrate.ts',
    inRoot('plans', 'zhongshan-2017-2020'),
    inData('sandbox'),
  ),
  welcome: typescript(cliMain, 'welcome'),
  cli: typescript(cliMain),
  chaos: typescript('test/chaos/main.ts'),
  bench: typescript('bench/main.ts'),
  pages: typescript('test/gallery/main.ts', inData('pages')),
  vitest: [process.execPath, inRoot('node_modules', 'vitest', 'vitest.mjs')],
};

export const services = {
  sandbox: typescript('sandbox/main.ts'),
  worker: typescript('worker/main.ts'),
  web: typescript('client/web/main.ts'),
};

/** What the worker prints when it has begun to poll: it answers no port by which one could tell. */
export const workerReady = 'cuibao worker ready';

/** Search attributes of our workflows, for operators in the Temporal UI. */
const searchAttributes = ['cuibaoPlan', 'cuibaoPeriod', 'cuibaoUnit'];

/** @param {string} cli @param {{ temporal: number, temporalUi: number }} ports @param {string} [file] what it keeps */
export const temporalDevServer = (cli, ports, file = inData('temporal.db')) => {
  const places = `--port ${ports.temporal} --ui-port ${ports.temporalUi} --ip 127.0.0.1`;
  const attributes = searchAttributes.map((name) => `--search-attribute ${name}=Keyword`).join(' ');
  const line = `server start-dev ${places} --log-level error ${attributes}`;
  return [cli, ...line.split(' '), '--db-filename', file];
};
