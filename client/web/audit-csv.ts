/** The trail as a table that Excel opens: UTF-8 with its mark, and nothing in it that a spreadsheet would run. */
import type { AuditEntry } from '../../store/read/trail.ts';
import { aboutOf, contentOf, kindName, withoutMobiles } from './admin/audit/audit-words.ts';
import type { Frame } from './shared/frame.ts';

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
