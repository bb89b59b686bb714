/** How long a report's texts may be, in characters as a person counts them. Source: what a form done in twenty minutes can hold. */
export const LIMITS = {
  progress: 300,
  problems: 100,
  nextSteps: 100,
  /** How many an item may have. */
  figures: 6,
  figureName: 30,
  figureUnit: 10,
  remark: 1000,
  name: 50,
  /** Of a wish for a later date: it becomes one line of the officer's tasks. */
  reason: 200,
  /** A letter of two pages. */
  document: 2000,
  /** Of the whole report: nobody has so much to say; a file that large was not made by hand. */
  total: 50_000,
} as const;

/** Code points, not UTF-16 units: a rare character in a name counts once. */
export const lengthOf = (text: string): number => Array.from(text).length;

/** Line breaks and tabs apart, control characters and lone surrogates break the database and the Word file alike. */
const isUnprintable = (text: string): boolean => /[^\P{Cc}\t\n\r]|\p{Cs}/u.test(text);

/** What is wrong with a report: the sentence, and the field it belongs to (`item-52-progress`, `remark` …). */
export type FieldProblem = { readonly field: string; readonly sentence: string };

/** One problem when the text is too long or cannot be printed, otherwise none. `what` begins the sentence. */
export function textProblems(
  field: string,
  what: string,
  text: string,
  limit: number,
): FieldProblem[] {
  const length = lengthOf(text);
  if (length > limit) {
    const sentence = `${what}共${length}字，超过${limit}字，请精简${length - limit}字以上。`;
    return [{ field, sentence }];
  }
  if (!isUnprintable(text)) return [];
  return [{ field, sentence: `${what}含有无法显示的控制字符，请删去后重新粘贴纯文本。` }];
}
