/** Pieces of text inside a paragraph. */
import { LineRuleType, TextRun } from 'docx';
import { FONT, SIZE, TIGHT } from './office-styles.ts';

/** A run of body text; 3号 仿宋 unless another font is named. */
export const run = (text: string, font = FONT.body, bold = false): TextRun =>
  new TextRun({ ...BODY, text: printable(text), font, bold });

/** Body text with its line breaks kept. */
export const bodyRuns = (text: string): TextRun[] =>
  printable(text)
    .split('\n')
    .map(
      (line, index) => new TextRun({ ...BODY, text: line, font: FONT.body, ...brokenAfter(index) }),
    );

/** Text of a table cell, smaller and not tightened. */
export const cellRuns = (text: string, font = FONT.body): TextRun[] =>
  printable(text)
    .split('\n')
    .map(
      (line, index) => new TextRun({ text: line, font, size: SIZE.table, ...brokenAfter(index) }),
    );

export const titleRuns = (lines: readonly string[]): TextRun[] =>
  lines.map(
    (line, index) =>
      new TextRun({
        text: printable(line),
        font: FONT.title,
        size: SIZE.title,
        color: BLACK,
        ...brokenAfter(index),
      }),
  );

/** What a person typed, without the characters that XML 1.0 cannot hold and Word would refuse the file for. */
export const printable = (text: string): string =>
  text.replaceAll(/[^\P{Cc}\t\n]|\p{Cs}|[\uFFFE\uFFFF]/gu, '');

/** Line pitch in twips, whatever the font. */
export const exact = (line: number) => ({
  line,
  lineRule: LineRuleType.EXACT,
  before: 0,
  after: 0,
});

/** Word's own heading styles are blue. */
const BLACK = '000000';
const BODY = { size: SIZE.body, characterSpacing: TIGHT, color: BLACK };

const brokenAfter = (index: number) => (index === 0 ? {} : { break: 1 });
