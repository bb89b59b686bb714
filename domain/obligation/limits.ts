/** Lengths in characters (code points), at most; set for a form that takes twenty minutes. */
export const LIMITS = {
  progress: 300,
  problems: 100,
  nextSteps: 100,
  /** Figures of one item. */
  figures: 6,
  figureName: 30,
  figureUnit: 10,
  remark: 1000,
  name: 50,
  /** Of a request for a later date; it becomes one line of the officer's tasks. */
  reason: 200,
  /** A letter or slip: two pages. */
  document: 2000,
  /** All texts of a report together. */
  total: 50_000,
} as const;

/** In code points: a rare character outside the basic plane counts once. */
export const lengthOf = (text: string): number => Array.from(text).length;

/** Control characters (except tab and line breaks) and lone surrogates, which Postgres and Word reject. */
const isUnprintable = (text: string): boolean => /[^\P{Cc}\t\n\r]|\p{Cs}/u.test(text);

/** One problem of a report, with the field it belongs to (`item-52-progress`, `remark` …). */
export type FieldProblem = { readonly field: string; readonly sentence: string };

/** Empty, or one problem: too long or unprintable. @param what the beginning of the sentence */
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
