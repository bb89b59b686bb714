/** Makes a Word file of sections, with page numbers and properties. The same content always makes the same bytes. */
import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  type ISectionPropertiesOptions,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { printable, withoutTimestamps } from './office-package.ts';
import { CHARACTER, FONT, SIZE } from './office-styles.ts';

export type Section = {
  readonly properties: ISectionPropertiesOptions;
  readonly children: readonly FileChild[];
};
export type Properties = {
  readonly title: string;
  readonly creator: string;
  /** ISO 8601; the creation date in the file's properties. */
  readonly created: string;
};

export async function officeDocument(
  properties: Properties,
  sections: readonly Section[],
): Promise<Buffer> {
  const document = new Document({
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { font: FONT.body, size: SIZE.body } } } },
    sections: sections.map((section) => ({
      properties: section.properties,
      footers: { default: pageNumber('right'), even: pageNumber('left') },
      children: section.children,
    })),
  });
  // The package writes the host's time into this part; the product's documents are in plan time.
  const core = { path: 'docProps/core.xml', data: coreProperties(properties) };
  return withoutTimestamps(await Packer.toBuffer(document, undefined, [core]));
}

/** — 1 — one character from the outer margin: right on odd pages, left on even ones. */
function pageNumber(side: 'left' | 'right'): Footer {
  const text = { font: FONT.pageNumber, size: SIZE.pageNumber };
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: { [side]: CHARACTER },
        children: [
          new TextRun({ ...text, text: '— ' }),
          new TextRun({ ...text, children: [PageNumber.CURRENT] }),
          new TextRun({ ...text, text: ' —' }),
        ],
      }),
    ],
  });
}

function coreProperties({ title, creator, created }: Properties): string {
  const at = `${new Date(created).toISOString().slice(0, 19)}Z`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(creator)}</dc:creator>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified>`,
    '</cp:coreProperties>',
  ].join('');
}

const escaped = (text: string): string =>
  printable(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
