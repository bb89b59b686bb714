/** Columns of a terminal: Chinese characters and their punctuation take two. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

export const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, char) => sum + (WIDE.test(char) ? 2 : 1), 0);

/** Cut to that many columns, with … at the end. */
export function shortened(text: string, columns: number): string {
  const plain = text.replaceAll(/\s+/g, ' ');
  if (widthOf(plain) <= columns) return plain;
  let kept = '';
  for (const char of plain) {
    if (widthOf(kept + char) > columns - 1) break;
    kept += char;
  }
  return `${kept}…`;
}

// Chinese text may break anywhere, a word or an address only when it is longer than a line.
const PIECES = /[\w@.:#/+*-]+|\s+|./gsu;

/** Wrapped into lines of at most that many columns. */
export const wrapped = (text: string, columns: number): string[] =>
  inLines(
    (text.match(PIECES) ?? []).flatMap((piece) =>
      widthOf(piece) > columns ? Array.from(piece) : [piece],
    ),
    columns,
  );

/** Joins pieces into lines without splitting a piece. */
export function inLines(pieces: readonly string[], columns: number): string[] {
  const lines = [''];
  for (const piece of pieces) {
    const longer = (lines.at(-1) ?? '') + piece;
    if (widthOf(longer) <= columns) lines[lines.length - 1] = longer;
    else lines.push(piece.trimStart());
  }
  return lines;
}
