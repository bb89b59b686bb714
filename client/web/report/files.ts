/** Files of reports as downloads, and the report form as a file. No page shows an uploaded file inline. */

import { createHash, randomUUID } from 'node:crypto';
import { obligationId, roundId } from '../../../domain/obligation/obligation.ts';
import type { Instant } from '../../../domain/time/time.ts';
import { formDocx } from '../../../gateways/documents/form-docx.ts';
import { formXlsx } from '../../../gateways/documents/form-xlsx.ts';
import { DOCX, XLSX } from '../../../gateways/documents/media-types.ts';
import { checkFile } from '../../../gateways/uploaded-file.ts';
import { readObligation } from '../../../store/read/obligations.ts';
import {
  type Attachment,
  type FilePurpose,
  findAttachment,
} from '../../../store/read/submissions.ts';
import { addAttachment } from '../../../store/visit/attachments.ts';
import { formFromRecord } from '../../report-form.ts';
import { createRoutes, type Routes } from '../access/routes.tsx';
import type { Deps } from '../deps.ts';
import { attachment } from '../shared/download.ts';
import { type Frame, mayHere, readFrame } from '../shared/frame.ts';
import type { Words } from '../shared/language.ts';
import { periodName } from '../shared/shown.ts';

/** Only a UUID can be the key of a row. */
const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const UNIT = '/:period{[0-9]{4}H[12]}/:unit' as const;

export function fileRoutes(deps: Deps): Routes {
  const routes = createRoutes();

  routes.get(`${UNIT}/files/:id{${UUID}}`, 'read unit', async (c) => {
    const { period, unit, id } = c.req.param();
    const file = await findAttachment(
      deps.pool,
      obligationId(roundId(deps.plan, period), unit),
      id,
    );
    if (!file || !mayOpen(await readFrame(c, deps), file, unit)) return c.notFound();
    const safe = { ...attachment(file.name, file.type), 'Content-Security-Policy': 'sandbox' };
    return c.body(new Uint8Array(file.content), 200, safe);
  });

  for (const [ending, type] of [
    ['xlsx', XLSX],
    ['docx', DOCX],
  ] as const) {
    routes.get(`${UNIT}/report/form.${ending}`, 'read unit', async (c) => {
      const { rules, now } = await readFrame(c, deps);
      const { period, unit } = c.req.param();
      const obligation = await readObligation(
        deps.pool,
        obligationId(roundId(deps.plan, period), unit),
      );
      const form = await formFromRecord(deps.pool, rules, obligation);
      const content =
        ending === 'xlsx' ? await formXlsx(form) : await formDocx(form, rules.zone.iso(now));
      const name = `${periodName('zh', form.period)}报送表（${form.unit.name}）.${ending}`;
      return c.body(new Uint8Array(content), 200, attachment(name, type));
    });
  }
  return routes;
}

/** A file that is in no version belongs to the unit alone. Evidence of 代录 belongs to the bureau alone. */
function mayOpen(frame: Frame, { purpose, version }: Attachment, unit: string): boolean {
  if (purpose === 'evidence') return mayHere(frame, 'read round');
  return version !== null || mayHere(frame, 'report', unit) || mayHere(frame, 'endorse', unit);
}

type Kept = {
  /** From the form: a form sent twice keeps one file. */
  readonly id: string;
  readonly obligation: string;
  readonly purpose: FilePurpose;
  readonly by: string;
  readonly at: Instant;
};

type KeptFile = { readonly id: string; readonly name: string; readonly sha256: string };

/** Checks a file by its content and stores it. @returns the file for a command, or why it was refused */
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
    // The same form again; or, after going back, the same form with another file.
    if ((await findAttachment(deps.pool, obligation, id))?.sha256 === sha256)
      return { id, name, sha256 };
    return keepFile(deps, { ...kept, id: randomUUID() }, sent, words);
  }
}

/** Postgres: unique_violation. */
const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '23505';
