/** Entries of the audit trail in words, for the page and as CSV. */

import { maskMobile } from '../../../../domain/people/masked.ts';
import type { AuditEntry } from '../../../../store/read/trail.ts';
import type { Frame } from '../../shared/frame.ts';
import type { Words } from '../../shared/language.ts';

/** CSV for Excel: UTF-8 with a byte order mark. Streams, so a trail of any length fits. */
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

/** An apostrophe before a cell that starts like a formula, so that a spreadsheet does not run it. */
const cellOf = (text: string): string =>
  `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** The page of the entry's round or unit; null for entries about the plan or a year. */
export function pageOf({ subject, obligation }: AuditEntry): string | null {
  const [, period = '', unit] = (obligation ?? subject).split('/');
  if (!/^\d{4}H[12]$/.test(period)) return null;
  return unit === undefined ? `/${period}` : `/${period}/${unit}`;
}

/** `2018H1 guzhen`; the subject itself when it has no second part. */
export const aboutOf = ({ subject, obligation }: AuditEntry): string =>
  (obligation ?? subject).split('/').slice(1).join(' ') || subject;

export function kindName(words: Words, kind: string): string {
  for (const names of [words.acts, words.roundActs, words.planActs]) {
    if (kind in names) return (names as Readonly<Record<string, string>>)[kind] ?? kind;
  }
  return kind;
}

/** One line for each value of the command's content; mobiles are masked (rule 17). */
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

/** Positions in a list count from 1. */
const nameOf = (key: string, keys: Keys): string =>
  /^\d+$/.test(key) ? String(Number(key) + 1) : (keys[key] ?? key);

/** Masks mobiles inside sentences too, but not in longer numbers or hashes. */
export const withoutMobiles = (text: string): string =>
  text.replace(/(?<![\da-z])1\d{10}(?![\da-z])/gi, maskMobile);
