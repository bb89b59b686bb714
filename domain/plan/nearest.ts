/** “Did you mean …?”: the known names closest to a text. */

/** The closest first; empty when nothing is close. */
export function nearest(names: readonly string[], text: string, limit = 3): string[] {
  return names
    .map((name) => ({ name, away: distance(name, text) }))
    .filter(
      ({ name, away }) => away <= tolerance(name, text) || (text !== '' && name.includes(text)),
    )
    .sort((a, b) => a.away - b.away)
    .slice(0, limit)
    .map(({ name }) => name);
}

/** Chinese names are short: with two of four characters changed it is another unit. */
const tolerance = (name: string, text: string): number =>
  Math.floor(Math.max(name.length, text.length) * 0.4);

/** Insertions, deletions and replacements between two texts (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [index, char] of Array.from(a).entries()) {
    const nextRow = [index + 1];
    for (const [column, other] of Array.from(b).entries()) {
      const replaced = (row[column] ?? 0) + (char === other ? 0 : 1);
      nextRow.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (nextRow[column] ?? 0) + 1));
    }
    row = nextRow;
  }
  return row.at(-1) ?? 0;
}
