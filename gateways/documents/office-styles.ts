/**
 * Page, fonts and line pitch of an official document, GB/T 9704-2012, and its runs of text. Fonts are named and not
 * bundled: they are licensed, and every government office has them. `hint: eastAsia` makes “” and — full-width.
 */
import {
  DocumentGridType,
  type IRunOptions,
  type ISectionPropertiesOptions,
  LineRuleType,
  PageOrientation,
  TextRun,
} from 'docx';
import { printable } from './office-package.ts';

/** 3号 is 16 pt; docx counts half points. */
export const SIZE = { title: 44, body: 32, table: 24, pageNumber: 28 } as const;

/** Twips; 22 lines of 28 characters on the type area of 156 × 225 mm. */
export const LINE = 579;
export const CHARACTER = 320;

const A4 = { width: 11906, height: 16838 };
const MARGIN = { top: 2098, right: 1474, bottom: 1984, left: 1587 };
/** Puts the page number 7 mm below the type area. */
const FOOTER = 1304;
/** Twips between characters, because 28 of them are slightly wider than 156 mm. A character grid works in Word only. */
const TIGHT = -5;

const font = (eastAsia: string): NonNullable<IRunOptions['font']> => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia,
  hint: 'eastAsia',
});

export const FONT = {
  title: font('方正小标宋简体'),
  body: font('仿宋_GB2312'),
  heading: font('黑体'),
  subheading: font('楷体_GB2312'),
  pageNumber: { ...Object(font('宋体')), ascii: '宋体', hAnsi: '宋体' },
} as const;

// The exact line pitch gives the 22 lines; with a grid too, large type would take two lines.
const NO_GRID = { type: DocumentGridType.DEFAULT, linePitch: LINE };

export const portrait: ISectionPropertiesOptions = {
  page: { size: A4, margin: { ...MARGIN, footer: FOOTER, header: 851, gutter: 0 } },
  grid: NO_GRID,
};

/** The sheet turned with its margins: the binding edge is on top. */
export const landscape: ISectionPropertiesOptions = {
  page: {
    size: { ...A4, orientation: PageOrientation.LANDSCAPE },
    margin: {
      top: MARGIN.left,
      right: MARGIN.top,
      bottom: MARGIN.right,
      left: MARGIN.bottom,
      footer: 794,
      header: 851,
      gutter: 0,
    },
  },
  grid: NO_GRID,
};

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

/** Text of a table cell: smaller, with normal spacing. */
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
