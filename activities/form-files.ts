/** The prefilled form as files. Liaison and deputy get the same one, so the files made last are kept for the next who asks. */
import type { Form } from '../domain/obligation/report-form.ts';
import { formDocx } from '../gateways/documents/form-docx.ts';
import { formXlsx } from '../gateways/documents/form-xlsx.ts';

export type FormFiles = { readonly docx: Buffer; readonly xlsx: Buffer };

/** More than the obligations whose notices are on their way at once (worker/run.ts). */
const KEPT = 50;
const kept = new Map<string, Promise<FormFiles>>();

/** @param made when the form was made, ISO 8601; the same form of the same moment is the same bytes */
export function formFiles(form: Form, made: string): Promise<FormFiles> {
  const key = JSON.stringify([form, made]);
  const known = kept.get(key);
  if (known) return known;
  const files = makeFiles(form, made);
  kept.set(key, files);
  files.catch(() => kept.delete(key));
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  return files;
}

async function makeFiles(form: Form, made: string): Promise<FormFiles> {
  const [docx, xlsx] = await Promise.all([formDocx(form, made), formXlsx(form)]);
  return { docx, xlsx };
}
