/** The templates of an upload: any number of files in one field, and one text in the page that carries them along. */
import { z } from 'zod';
import { Problem } from '../../domain/problem.ts';

/** Where the form sends the templates, any number of them. */
export const TEXTS_FIELD = 'texts[]';

/** All of them as one text that a form carries along; empty when none was chosen. */
export async function textFilesOf(sent: unknown): Promise<string> {
  const files = (Array.isArray(sent) ? sent : []).filter(
    (each): each is File => each instanceof File && each.name !== '',
  );
  if (files.length === 0) return '';
  const named = files.map(async (file) => [
    file.name.replace(/^.*[/\\]/, ''),
    Buffer.from(await file.arrayBuffer()).toString('base64url'),
  ]);
  const all = JSON.stringify(Object.fromEntries(await Promise.all(named)));
  return Buffer.from(all).toString('base64url');
}

/** @throws Problem when what the page carried along came back as something else */
export function textFilesIn(texts: string): Record<string, Buffer> {
  if (texts === '') return {};
  const named = z.record(z.string(), z.string()).safeParse(parsed(decoded(texts).toString('utf8')));
  if (!named.success) throw new Problem('invalid', '上传的文本不完整，请重新选择文件。');
  return Object.fromEntries(
    Object.entries(named.data).map(([name, content]) => [name, decoded(content)]),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const decoded = (text: string): Buffer => Buffer.from(text, 'base64url');
