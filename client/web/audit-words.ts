/** How an entry of the trail is put into words, on the page and in an export. */
import { maskMobile } from '../../domain/masked.ts';
import type { AuditEntry } from '../../store/audit-trail.ts';
import type { Words } from './words.ts';

/** `2018H1 guzhen`, or what else the entry is about. */
export const aboutOf = ({ subject, obligation }: AuditEntry): string =>
  (obligation ?? subject).split('/').slice(1).join(' ') || subject;

export function kindName(words: Words, kind: string): string {
  for (const names of [words.acts, words.roundActs, words.planActs]) {
    if (kind in names) return (names as Readonly<Record<string, string>>)[kind] ?? kind;
  }
  return kind;
}

/** The content as it was asked for, mobiles masked wherever they stand (rule 17). */
export const contentOf = ({ content }: AuditEntry): string =>
  JSON.stringify(content, masked, 1).slice(0, 20_000);

const masked = (_key: string, value: unknown): unknown =>
  typeof value === 'string' && /^1\d{10}$/.test(value) ? maskMobile(value) : value;
