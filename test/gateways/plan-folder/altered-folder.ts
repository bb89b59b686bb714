/** A copy of the shipped plan folder with some files replaced, in a folder of its own. */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readPlanFolder } from '../../../gateways/plan-folder/read-folder.ts';
import { SHIPPED_FOLDER } from '../../../rehearsal/shipped-plan.ts';

type Alterations = Readonly<Record<string, string | Uint8Array | null>>;

/** Null removes a file. The copy is deleted afterwards. */
export async function readAltered(
  files: Alterations,
): Promise<Awaited<ReturnType<typeof readPlanFolder>>> {
  const folder = await mkdtemp(join(tmpdir(), 'cuibao-plan-'));
  try {
    await cp(SHIPPED_FOLDER, folder, { recursive: true });
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await (content === null ? rm(join(folder, name)) : writeFile(join(folder, name), content));
    }
    return await readPlanFolder(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

export const shippedFile = (name: string): Promise<string> =>
  readFile(join(SHIPPED_FOLDER, name), 'utf8');

/** Fails when the text to alter is missing, so that no test passes on an unaltered file. */
export function altered(text: string, old: string | RegExp, now: string): string {
  const result = text.replace(old, now);
  if (result === text) throw new Error(`nothing to alter: ${String(old)}`);
  return result;
}
