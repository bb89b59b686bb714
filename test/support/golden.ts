/** Recorded histories, one file for each: `test/histories/<release>/<workflow>-<scenario>.json`. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../histories', import.meta.url));

/**
 * Of every release: a workflow may have been started by any of them.
 * @param like any history that was fetched. Its class reads the files: the SDK's own `historyFromJSON` fails where npm
 *   installs two copies of protobufjs.
 */
export function goldenHistories(like: object) {
  const History = like.constructor as unknown as { fromObject(json: unknown): object };
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({
      workflowId: name,
      history: History.fromObject(JSON.parse(readFileSync(path.join(folder, name), 'utf8'))),
    }));
}

/** Writes it down without the name of the machine it was made on. */
export function recordHistory(
  release: string,
  name: string,
  history: { readonly events?: readonly object[] | null },
): void {
  mkdirSync(path.join(folder, release), { recursive: true });
  const events = (history.events ?? []).map((event) => JSON.stringify(event, withoutMachine));
  const json = `{"events":[\n${events.join(',\n')}\n]}\n`;
  writeFileSync(path.join(folder, release, `${name}.json`), json);
}

const withoutMachine = (key: string, value: unknown): unknown =>
  key === 'identity' ? 'worker' : value;
