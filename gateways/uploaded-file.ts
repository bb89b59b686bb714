/** Checks uploaded files: the content decides the type, not the name; the name is made harmless. */
import { fileTypeFromBuffer } from 'file-type';

const MEGABYTE = 1024 * 1024;
const LARGEST_BYTES = 20 * MEGABYTE;
const LONGEST_NAME = 100;

/** The accepted types by file-type's name, with the endings that a file name may have. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  pdf: ['pdf'],
  png: ['png'],
  jpg: ['jpg', 'jpeg'],
  docx: ['docx'],
  xlsx: ['xlsx'],
};

export type CheckedFile = { readonly name: string; readonly type: string };

/** @returns the name to keep and the true type, or one sentence why the file cannot be taken */
export async function checkFile(sentName: string, content: Buffer): Promise<CheckedFile | string> {
  const name = harmless(sentName);
  if (content.length === 0) return `“${name}”是空文件，没有内容，请重新选择。`;
  if (content.length > LARGEST_BYTES) {
    const size = (content.length / MEGABYTE).toFixed(1);
    return `“${name}”有${size} MB，超过20 MB；请压缩或拆分后再传。`;
  }
  const found = await fileTypeFromBuffer(content);
  const endings = found && KINDS[found.ext];
  if (!found || !endings) {
    return `“${name}”的内容不是可接收的种类；可接收 PDF、Word（.docx）、Excel（.xlsx）、PNG 和 JPG。`;
  }
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (!endings.includes(ending)) {
    return `“${name}”的内容是 ${found.ext.toUpperCase()}，与文件名的后缀不符；请核对后改名再传。`;
  }
  return { name, type: found.mime };
}

/** Removes folders, control characters and direction marks; shortens the name and keeps its ending. */
function harmless(sentName: string): string {
  const base = sentName.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = base.replace(/[\p{Cc}\p{Cf}"<>|:*?]/gu, '').trim() || '未命名';
  const letters = Array.from(clean);
  if (letters.length <= LONGEST_NAME) return clean;
  const ending = /\.[^.]{1,5}$/.exec(clean)?.[0] ?? '';
  return letters.slice(0, LONGEST_NAME - ending.length).join('') + ending;
}
