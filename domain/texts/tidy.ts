/** What a template leaves behind, made into lines and paragraphs. */

/** Begins a new line, unless one has just begun: before the name of a unit when there are several. */
export const NEW_LINE = '\u2028';

/** One line: of a subject, an SMS, a task. Words of English stay apart. */
export const oneLine = (text: string): string =>
  text
    .replaceAll(/(?<=[\x21-\x7e])\s*\n\s*(?=[\x21-\x7e])/g, ' ')
    .replaceAll(/[ \t\r]*[\n\u2028][ \t\r]*/g, '')
    .replaceAll(/^[ \t]+|[ \t]+$/g, '');

/** Paragraphs stand apart by an empty line; those of which nothing is left fall out. */
export const paragraphs = (text: string): string[] =>
  text
    .replaceAll(/[ \t\r]+$/gm, '')
    .replaceAll(/(^|\n)\u2028/g, '$1')
    .replaceAll('\u2028', '\n')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replace(/^\n|\n$/g, ''))
    .filter((paragraph) => paragraph !== '');
