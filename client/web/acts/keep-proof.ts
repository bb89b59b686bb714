/** The file that shows how a report came: kept before the command that names it. */
import { createHash } from 'node:crypto';
import type { FileRef } from '../../../domain/command.ts';
import type { Instant } from '../../../domain/time.ts';
import { checkFile } from '../../../gateways/uploaded-file.ts';
import { addAttachment, readFile } from '../../../store/attachments.ts';
import type { Deps } from '../deps.ts';
import type { Words } from '../words.ts';

type Kept = {
  /** That of the command, so that a form sent twice keeps one file. */
  readonly id: string;
  readonly obligation: string;
  readonly by: string;
  readonly at: Instant;
};

/** @returns how the command names it, null when there is none, or why it cannot be taken */
export async function keepProof(
  { pool }: Deps,
  { id, obligation, by, at }: Kept,
  sent: unknown,
  words: Words,
): Promise<FileRef | null | string> {
  if (!(sent instanceof File) || sent.size === 0) return null;
  const content = Buffer.from(await sent.arrayBuffer());
  const checked = await checkFile(sent.name, content);
  if (typeof checked === 'string') return checked;
  const { name, type } = checked;
  const file = { id, name, sha256: createHash('sha256').update(content).digest('hex') };
  const added = await addAttachment(
    pool,
    {
      ...file,
      obligation,
      purpose: 'evidence',
      type,
      sizeBytes: content.length,
      addedAt: at,
      addedBy: by,
    },
    content,
  ).catch(async (error: unknown) => {
    // The same form came a moment ago, and has kept it.
    if ((await readFile(pool, obligation, id))?.sha256 === file.sha256) return null;
    throw error;
  });
  return added === null ? file : words.proofRefused[added];
}
