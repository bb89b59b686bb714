/**
 * Texts with characters that Postgres cannot hold (NUL, half a surrogate pair) and no page can show. A command with one
 * is refused; its entry in the audit trail holds `�` in their place.
 */
const UNPRINTABLE = /[^\P{Cc}\t\n\r]|\p{Cs}/gu;

/** The same value with every text in it made printable. */
export const printable = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value, (_, inner: unknown) => (isText(inner) ? clean(inner) : inner)));

/** The first text in the value that is not, made printable; null when all are. */
export function unprintableText(value: unknown): string | null {
  if (isText(value)) return clean(value) === value ? null : clean(value);
  if (value === null || typeof value !== 'object') return null;
  for (const inner of Object.values(value)) {
    const found = unprintableText(inner);
    if (found !== null) return found;
  }
  return null;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const clean = (text: string): string => text.replace(UNPRINTABLE, '�');
