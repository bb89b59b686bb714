/** A file of a report: checked by its content, kept, and from then on named by id and hash. */
import { createHash, randomUUID } from 'node:crypto';
import type { Instant } from '../../../domain/time/time.ts';
import { checkFile } from '../../../gateways/uploaded-file.ts';
import {
  addAttachment,
  type FilePurpose,
  findAttachment,
} from '../../../store/visit/attachments.ts';
import type { Deps } from '../deps.ts';
import type { Words } from '../shared/language.ts';

type Kept = {
  /** Drawn with the form: one that is sent twice keeps one file. */
  readonly id: string;
  readonly obligation: string;
  readonly purpose: FilePurpose;
  readonly by: string;
  readonly at: Instant;
};

export type KeptFile = { readonly id: string; readonly name: string; readonly sha256: string };

/** @returns the file as a command names it, or one sentence why it was not kept */
export async function keepFile(
  deps: Deps,
  kept: Kept,
  sent: File,
  words: Words,
): Promise<KeptFile | string> {
  const content = Buffer.from(await sent.arrayBuffer());
  const checked = await checkFile(sent.name, content);
  if (typeof checked === 'string') return checked;
  const { name, type } = checked;
  const { id, obligation, purpose } = kept;
  const sha256 = createHash('sha256').update(content).digest('hex');
  const row = { id, obligation, purpose, name, type, sizeBytes: content.length, sha256 };
  try {
    const added = { ...row, addedAt: kept.at, addedBy: kept.by };
    const refused = await addAttachment(deps.pool, added, content);
    return refused === null ? { id, name, sha256 } : words.fileRefused[refused];
  } catch (error) {
    if (!isTaken(error)) throw error;
    // The same form came a moment ago, or a page gone back to sends its id with another file.
    if ((await findAttachment(deps.pool, obligation, id))?.sha256 === sha256)
      return { id, name, sha256 };
    return keepFile(deps, { ...kept, id: randomUUID() }, sent, words);
  }
}

/** Another row has the id: Postgres' unique_violation. */
const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '23505';
