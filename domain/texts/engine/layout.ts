/**
 * The layout of a template file. A mail, letter or slip begins with lines like `主题：…`, up to the first empty line. An SMS
 * has wordings from the fullest to the shortest, separated by `---`. A task is one line, a text for the work group one
 * paragraph.
 */
import type { Form } from '../../plan/text-names.ts';

/** A part of the file that is a template by itself, and its first line, from 1. */
export type Piece = { readonly line: number; readonly source: string };
export type Header = 'subject' | 'title' | 'number' | 'to' | 'signature' | 'date' | 'note';
type Laid = {
  readonly headers: ReadonlyMap<Header, Piece>;
  /** One, or the wordings of an SMS. */
  readonly bodies: readonly Piece[];
  readonly faults: readonly Fault[];
};
/** The words of both languages work in either. */
const WORDS: Readonly<Record<Header, readonly [zh: string, en: string]>> = {
  subject: ['主题', 'Subject'],
  title: ['标题', 'Title'],
  number: ['文号', 'Number'],
  to: ['主送', 'To'],
  signature: ['落款', 'Signature'],
  date: ['日期', 'Date'],
  note: ['附注', 'Note'],
};

const HEADERS: Readonly<Record<Form, readonly Header[]>> = {
  mail: ['subject'],
  letter: ['title', 'to', 'signature', 'date', 'note'],
  slip: ['title', 'number', 'to', 'signature', 'date', 'note'],
  sms: [],
  robot: [],
  task: [],
};

export function layOut(source: string, form: Form): Laid {
  const lines = source.replaceAll('\r\n', '\n').trimEnd().split('\n');
  if (form === 'sms') return { headers: new Map(), bodies: wordingsIn(lines), faults: [] };
  if (form === 'task' || form === 'robot')
    return { headers: new Map(), bodies: [piece(lines, 0)], faults: [] };
  const end = lines.findIndex((line) => line.trim() === '');
  const head = end === -1 ? lines : lines.slice(0, end);
  const { headers, faults } = headersIn(head, form);
  return { headers, faults, bodies: [piece(lines.slice(head.length), head.length)] };
}

function headersIn(head: readonly string[], form: Form) {
  const headers = new Map<Header, Piece>();
  const faults: Fault[] = [];
  for (const [index, line] of head.entries()) {
    const [, word = '', source = ''] = /^\s*([^：:{]+?)\s*[：:](.*)$/u.exec(line) ?? [];
    const header = HEADERS[form].find((name) => WORDS[name].includes(word));
    if (header === undefined || headers.has(header)) {
      faults.push(wrongHeader(index + 1, line, form));
    } else {
      headers.set(header, { line: index + 1, source });
    }
  }
  for (const header of HEADERS[form].filter((name) => !headers.has(name))) {
    faults.push({
      line: 1,
      value: head[0] ?? '',
      message: `开头缺少“${WORDS[header][0]}：”一行。`,
      remedy: `请在第一个空行之前补上（英文写 ${WORDS[header][1]}:）。`,
    });
  }
  return { headers, faults };
}

const wrongHeader = (line: number, value: string, form: Form): Fault => ({
  line,
  value,
  message: '这一行不是开头应有的内容，或者重复了。',
  remedy: `开头每行一项：${HEADERS[form].map((name) => `${WORDS[name][0]}：`).join('、')}；空一行之后才是正文。`,
});

function wordingsIn(lines: readonly string[]): Piece[] {
  const ends = [...lines.keys()].filter((index) => /^---\s*$/.test(lines[index] ?? ''));
  return [...ends, lines.length].map((end, index) => {
    const start = index === 0 ? 0 : (ends[index - 1] ?? 0) + 1;
    return piece(lines.slice(start, end), start);
  });
}

/** A line of tags only leaves no empty line in the text. */
const piece = (lines: readonly string[], before: number): Piece => ({
  line: before + 1,
  source: lines
    .map((line) => (/^\s*(\{%[^%]*%\}\s*)+$/.test(line) ? line.replace(/-?%\}\s*$/, '-%}') : line))
    .join('\n'),
});

/** In a value: begins a new line, unless at the beginning of one. */
export const NEW_LINE = '\u2028';

/** Joins a rendered text into one line, with a space between English words. */
export const oneLine = (text: string): string =>
  text
    .replaceAll(/(?<=[\x21-\x7e])\s*\n\s*(?=[\x21-\x7e])/g, ' ')
    .replaceAll(/[ \t\r]*[\n\u2028][ \t\r]*/g, '')
    .replaceAll(/^[ \t]+|[ \t]+$/g, '');

/** Splits a rendered text at empty lines; drops empty paragraphs. */
export const paragraphs = (text: string): string[] =>
  text
    .replaceAll(/[ \t\r]+$/gm, '')
    .replaceAll(/(^|\n)\u2028/g, '$1')
    .replaceAll('\u2028', '\n')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replace(/^\n|\n$/g, ''))
    .filter((paragraph) => paragraph !== '');

/** A fault of a template, for the person who corrects it. */
export type Fault = {
  /** Line of the file, from 1; null for the whole file. */
  readonly line: number | null;
  /** The faulty text. */
  readonly value: string;
  readonly message: string;
  readonly remedy: string;
};
