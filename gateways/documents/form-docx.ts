/** The report form as a Word file to print, sign and pass round in a unit. The product does not read it back. */

import type { FigureRow } from '../../domain/obligation/figures.ts';
import { DECLARATION, type Form } from '../../domain/obligation/report-form.ts';
import { HEAD, remarkLabel } from './form-words.ts';
import { officeDocument } from './office-document.ts';
import { landscape } from './office-styles.ts';
import { blank, body, title } from './paragraphs.ts';
import { type Column, table } from './table.ts';

// The widths add up to the type area of a landscape page, 12756 twips.
const COLUMNS: readonly Column[] = [
  { title: HEAD.no, width: 756, align: 'centre' },
  { title: HEAD.content, width: 3600 },
  { title: HEAD.status, width: 1300, align: 'centre' },
  { title: HEAD.progress, width: 3600 },
  { title: HEAD.problems, width: 1750 },
  { title: HEAD.nextSteps, width: 1750 },
];

/** The same form and moment always make the same bytes. @param made when the form was made, ISO 8601 */
export function formDocx(form: Form, made: string): Promise<Buffer> {
  const { report, unit } = form;
  const rows = form.rows.map(({ no, content, optional, figures }) => {
    const filled = report.items.find((row) => row.no === no);
    return [
      `${no}${optional ? '\n选填' : ''}`,
      content,
      filled?.status ?? '',
      [filled?.progress ?? '', ...figures.map(figureLine)].filter((line) => line !== '').join('\n'),
      filled?.problems ?? '',
      filled?.nextSteps ?? '',
    ];
  });
  const across = [
    `${remarkLabel(unit.isTown)}：\n${report.remark}`,
    `填报人：${report.preparedBy}　　联系电话：${report.phone}　　审核人：${report.reviewedBy}　　签发人（分管领导）：${report.signedBy}　　（盖章或签批）`,
    DECLARATION,
  ].map((text) => ({ across: text }));
  return officeDocument({ title: form.title, creator: unit.name, created: made }, [
    {
      properties: landscape,
      children: [
        title([form.title]),
        blank(),
        body(`${unit.name}　　报送期限：${form.due}`),
        table(COLUMNS, [...rows, ...across]),
      ],
    },
  ]);
}

/** 涉农贷款余额：______亿元（上期 12.3 亿元） */
const figureLine = ({ name, value, unit, last }: FigureRow): string =>
  `${name}：${value || '________'}${unit}${last === null ? '' : `（上期 ${last}）`}`;
