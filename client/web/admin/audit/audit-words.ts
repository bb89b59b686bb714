/** The trail as a table that Excel opens: UTF-8 with its mark, and nothing in it that a spreadsheet would run. */

import { maskMobile } from '../../../../domain/people/masked.ts';
import type { AuditEntry } from '../../../../store/read/trail.ts';
import type { Frame } from '../../shared/frame.ts';
import type { Words } from '../../shared/language.ts';

/** Line by line, so that a trail of any length passes through. */
export async function* csvOf(
  { words, rules }: Pick<Frame, 'words' | 'rules'>,
  entries: AsyncIterable<AuditEntry>,
): AsyncGenerator<string> {
  const { at, about, kind, actor, outcome, content } = words.auditColumns;
  yield `\uFEFF${lineOf([at, about, kind, actor, words.doneWord, outcome, content])}`;
  for await (const entry of entries) {
    yield lineOf([
      rules.zone.iso(entry.receivedAt),
      aboutOf(entry),
      kindName(words, entry.kind),
      entry.actor.name,
      entry.outcome.ok ? words.doneWord : words.refusedWord,
      withoutMobiles(entry.outcome.message),
      contentOf(entry, words).join('\n'),
    ]);
  }
}

const lineOf = (cells: readonly string[]): string => `${cells.map(cellOf).join(',')}\r\n`;

/** What begins like a formula gets an apostrophe before it. */
const cellOf = (text: string): string =>
  `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** How an entry of the trail is put into words, on the page and in an export. */

/** The page about it; the plan itself and its years have none. */
export function pageOf({ subject, obligation }: AuditEntry): string | null {
  const [, period = '', unit] = (obligation ?? subject).split('/');
  if (!/^\d{4}H[12]$/.test(period)) return null;
  return unit === undefined ? `/${period}` : `/${period}/${unit}`;
}

/** `2018H1 guzhen`, or what else the entry is about. */
export const aboutOf = ({ subject, obligation }: AuditEntry): string =>
  (obligation ?? subject).split('/').slice(1).join(' ') || subject;

export function kindName(words: Words, kind: string): string {
  for (const names of [words.acts, words.roundActs, words.planActs]) {
    if (kind in names) return (names as Readonly<Record<string, string>>)[kind] ?? kind;
  }
  return kind;
}

/** The content as it was asked for, one line a value, mobiles masked wherever they stand (rule 17). */
export const contentOf = ({ content }: AuditEntry, words: Words): string[] =>
  linesOf(content, [], words.contentKeys);

type Keys = Readonly<Record<string, string>>;

function linesOf(value: unknown, path: readonly string[], keys: Keys): string[] {
  if (value === null || value === '' || value === undefined) return [];
  if (typeof value !== 'object') {
    return [
      `${path.join(' · ')}：${withoutMobiles(typeof value === 'string' ? value : JSON.stringify(value))}`,
    ];
  }
  return Object.entries(value)
    .filter(([key]) => key !== 'kind')
    .flatMap(([key, inner]) => linesOf(inner, [...path, nameOf(key, keys)], keys));
}

/** Places in a list are counted from one. */
const nameOf = (key: string, keys: Keys): string =>
  /^\d+$/.test(key) ? String(Number(key) + 1) : (keys[key] ?? key);

/** Also where somebody has typed one into a sentence; not within a longer number or a hash. */
export const withoutMobiles = (text: string): string =>
  text.replace(/(?<![\da-z])1\d{10}(?![\da-z])/gi, maskMobile);
