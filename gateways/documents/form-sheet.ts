/** What the form's sheet has beyond its cells: a list of statuses to choose from, and printing that fits the page's width. */
import type { Feature } from 'write-excel-file/node';
import { STATUSES } from '../../domain/obligation/submission.ts';

/** @param firstRow number of the first row of items as Excel counts, from 1 */
export function formSheet<Content>(firstRow: number, rows: number): Feature<Content> {
  const transform = (xml: string) =>
    fittedToWidth(rows === 0 ? xml : withChoices(xml, firstRow, rows));
  return { files: { transform: { 'xl/worksheets/sheet{id}.xml': { transform } } } };
}

/** Excel calls a file damaged when the parts of a sheet are out of order: validations stand before the page set-up. */
function withChoices(xml: string, firstRow: number, rows: number): string {
  const cells = `C${firstRow}:C${firstRow + rows - 1}`;
  const list = [
    '<dataValidations count="1">',
    `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${cells}">`,
    `<formula1>"${STATUSES.join(',')}"</formula1>`,
    '</dataValidation></dataValidations>',
  ].join('');
  const at = xml.search(/<(hyperlinks|printOptions|pageMargins|pageSetup|headerFooter|drawing)\b/);
  return `${xml.slice(0, at)}${list}${xml.slice(at)}`;
}

const fittedToWidth = (xml: string): string =>
  xml
    .replace(/<worksheet[^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace('<pageSetup ', '<pageSetup fitToHeight="0" ');
