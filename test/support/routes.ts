/** Every route with its variables filled in. */
import type { Need } from '../../client/web/access/permissions.ts';
import { listRoutes } from '../../client/web/app.ts';
import type { Deps } from '../../client/web/deps.ts';

export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly pattern: string;
  readonly path: string;
  readonly need: Need;
};

const VALUES: Readonly<Record<string, string>> = {
  period: '2018H1',
  year: '2018',
  version: '1',
  file: '1.docx',
  reference: '0'.repeat(64),
  delivery: '0'.repeat(64),
  letter: `${'0'.repeat(64)}.docx`,
  no: '52',
  role: 'liaison',
  ordinal: '1',
};
const ANY_ID = '00000000-0000-4000-8000-000000000000';

export const visitedRoutes = (deps: Deps, unit: string): Route[] =>
  listRoutes(deps).map(({ method, path: pattern, need }) => ({
    method,
    pattern,
    need,
    path: pattern.replaceAll(/:(\w+)(\{(?:[^{}]|\{[^}]*\})*\})?/g, (_all, name: string) =>
      name === 'unit' ? unit : (VALUES[name] ?? ANY_ID),
    ),
  }));
