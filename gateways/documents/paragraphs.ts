/** The paragraphs of an official document, GB/T 9704-2012: title, addressee, body, three heading levels, signature. */
import { AlignmentType, Paragraph } from 'docx';
import { bodyRuns, CHARACTER, exact, FONT, LINE, run, titleRuns } from './office-styles.ts';

/** @param lines broken by meaning, so that they form a trapezoid or diamond */
export const title = (lines: readonly string[]): Paragraph =>
  new Paragraph({
    heading: 'Title',
    alignment: AlignmentType.CENTER,
    spacing: exact(LINE),
    keepNext: true,
    children: titleRuns(lines),
  });

export const centred = (text: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: exact(LINE),
    children: [run(text, FONT.subheading)],
  });

/** 市政府： flush left. */
export const addressee = (name: string): Paragraph =>
  new Paragraph({ spacing: exact(LINE), children: [run(`${name}：`)] });

/** 一、 */
export const heading1 = (text: string): Paragraph => heading(text, 'Heading1', FONT.heading);
/** （一） */
export const heading2 = (text: string): Paragraph => heading(text, 'Heading2', FONT.subheading);
/** 1. */
export const heading3 = (text: string): Paragraph => heading(text, 'Heading3', FONT.body);

/** Keeps the text's line breaks. @param lead in 楷体, e.g. a unit's name before its text */
export const body = (text: string, lead = ''): Paragraph =>
  new Paragraph({
    indent: firstLine,
    alignment: AlignmentType.BOTH,
    spacing: exact(LINE),
    children: [...(lead === '' ? [] : [run(lead, FONT.subheading)]), ...bodyRuns(text)],
  });

/** 特此报告。 Kept on the page of the signature. */
export const closing = (text: string): Paragraph =>
  new Paragraph({ indent: firstLine, spacing: exact(LINE), keepNext: true, children: [run(text)] });

/** Kept on the page of the next paragraph, so that a signature is not separated from the text. */
export const blank = (): Paragraph =>
  new Paragraph({ spacing: exact(LINE), keepNext: true, children: [] });

/** 附件1, on a page of its own. */
export const annexMark = (text: string, pageBreakBefore: boolean): Paragraph =>
  new Paragraph({
    pageBreakBefore,
    spacing: exact(LINE),
    children: [run(text, FONT.heading)],
  });

/**
 * Name and date without a seal: the name ends two characters from the right, the date on the next line begins two
 * characters right of the name. When the date is longer, it ends two characters from the right and the name moves left.
 */
export function signature(name: string, date: string): Paragraph[] {
  const dateRight = Math.max(2, widthOf(name) - widthOf(date));
  const nameRight = Math.max(2, dateRight + widthOf(date) + 2 - widthOf(name));
  return [toRight(name, nameRight), toRight(date, dateRight)];
}

/** 附件：1. … with the later names below the first. */
export const attachmentList = (names: readonly string[]): Paragraph[] =>
  names.map(
    (name, index) =>
      new Paragraph({
        indent:
          index === 0
            ? { left: 6.25 * CHARACTER, hanging: 4.25 * CHARACTER }
            : { left: 6.25 * CHARACTER, hanging: 1.25 * CHARACTER },
        spacing: exact(LINE),
        keepNext: true,
        children: [
          run(`${index === 0 ? '附件：' : ''}${names.length > 1 ? `${index + 1}. ` : ''}${name}`),
        ],
      }),
  );

const firstLine = { firstLineChars: 200, firstLine: 2 * CHARACTER };

const heading = (text: string, level: 'Heading1' | 'Heading2' | 'Heading3', font = FONT.body) =>
  new Paragraph({
    heading: level,
    indent: firstLine,
    alignment: AlignmentType.BOTH,
    spacing: exact(LINE),
    keepNext: true,
    children: [run(text, font, level === 'Heading3')],
  });

const toRight = (text: string, characters: number): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.RIGHT,
    indent: { right: Math.round(characters * CHARACTER) },
    spacing: exact(LINE),
    keepNext: true,
    children: [run(text)],
  });

/** In characters of 3号; digits and letters count half. */
const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, character) => sum + (character.charCodeAt(0) < 256 ? 0.5 : 1), 0);
