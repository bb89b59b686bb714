/** One part of a docx or xlsx file as text. */
import { strFromU8, unzipSync } from 'fflate';

export function xmlOf(file: Buffer, part: string): string {
  const content = unzipSync(file)[part];
  if (!content) throw new Error(`no ${part} in the file`);
  return strFromU8(content);
}
