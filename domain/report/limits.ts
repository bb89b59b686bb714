/** How long a report's texts may be, in characters as a person counts them. Source: what a form done in twenty minutes can hold. */
export const LIMITS = {
  progress: 300,
  problems: 100,
  nextSteps: 100,
  remark: 1000,
  name: 50,
  /** Of the whole report: nobody has so much to say; a file that large was not made by hand. */
  total: 50_000,
} as const;

/** Code points, not UTF-16 units: a rare character in a name counts once. */
export const lengthOf = (text: string): number => Array.from(text).length;

/** Line breaks and tabs apart, control characters and lone surrogates break the database and the Word file alike. */
const isUnprintable = (text: string): boolean => /[^\P{Cc}\t\n\r]|\p{Cs}/u.test(text);

/** One sentence when the text is too long or cannot be printed, otherwise none. `what` begins the sentence. */
export function textProblems(what: string, text: string, limit: number): string[] {
  const length = lengthOf(text);
  if (length > limit) {
    return [`${what}共${length}字，超过${limit}字，请精简${length - limit}字以上。`];
  }
  return isUnprintable(text) ? [`${what}含有无法显示的控制字符，请删去后重新粘贴纯文本。`] : [];
}
