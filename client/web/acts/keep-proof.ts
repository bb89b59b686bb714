/** The file that shows how a report came: kept before the command that names it. */
import type { FileRef } from '../../../domain/command.ts';
import type { Deps } from '../deps.ts';
import { keepFile } from '../report/keep-file.ts';
import type { Words } from '../shared/language.ts';

type Kept = Omit<Parameters<typeof keepFile>[1], 'purpose'>;

/** @returns how the command names it, null when there is none, or why it cannot be taken */
export const keepProof = async (
  deps: Deps,
  kept: Kept,
  sent: unknown,
  words: Words,
): Promise<FileRef | null | string> =>
  sent instanceof File && sent.size > 0
    ? keepFile(deps, { ...kept, purpose: 'evidence' }, sent, {
        ...words,
        fileRefused: words.proofRefused,
      })
    : null;
