import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startThrowawayPostgres } from '../../scripts/lib/postgres/throwaway.mjs';
import { workflowBundle } from '../../worker/workflow-bundle.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The file of the bundled workflows: `workflowBundle: { codePath: inject('workflowBundle') }`. */
    workflowBundle: string;
  }
}

/** Folders whose tests need no server: a run of these alone starts none. */
const WITHOUT_POSTGRES = ['', 'domain', 'gateways', 'sandbox', 'scripts'];
const WITH_WORKFLOWS = ['workflows', 'worker', 'activities', 'flows', 'client', 'chaos'];

/**
 * Before any test: bundles the workflows and gives the run a Postgres server, each only when one
 * of the chosen files lies in a folder that needs it. `DATABASE_ADMIN_URL` names a server to use.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folders = chosenFolders(project);
  if (WITH_WORKFLOWS.some((folder) => folders.has(folder))) {
    project.provide('workflowBundle', await workflowBundle());
  }
  const needsPostgres = [...folders].some((folder) => !WITHOUT_POSTGRES.includes(folder));
  const { DATABASE_ADMIN_URL: given } = process.env;
  if (!needsPostgres || given) return async () => {};
  const server = await startThrowawayPostgres();
  Object.assign(process.env, { DATABASE_ADMIN_URL: server.adminUrl });
  return server.stop;
}

/** The folders under test/ that hold a file of this run; '' for a file directly in it. */
function chosenFolders({ config, vitest }: TestProject): Set<string> {
  const tests = path.join(config.root, 'test');
  return new Set(
    vitest.state.getPaths().map((file) => {
      const parts = path.relative(tests, file).split(path.sep);
      return parts.length > 1 ? (parts[0] ?? '') : '';
    }),
  );
}
