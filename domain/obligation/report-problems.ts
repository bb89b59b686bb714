/** What is wrong with a report as handed in (docs/rules.md, rules 6 and 17). */

import { FIGURE_DIGITS, figuresOf, figuresText, isFigureValue, isNumber } from './figures.ts';
import { type FieldProblem, LIMITS, lengthOf, textProblems } from './limits.ts';
import { type ItemReport, type ItemStatus, type Report, STATUSES } from './submission.ts';

/** All problems, each a sentence; empty when the report is acceptable. */
export const problemsWith = (report: Report, owes: Owes): string[] =>
  fieldProblemsWith(report, owes).map(({ sentence }) => sentence);

/** The same, each with the field it belongs to. */
export function fieldProblemsWith(report: Report, owes: Owes): FieldProblem[] {
  const total = totalLength(report);
  if (total > LIMITS.total) {
    const sentence = `全部文字共${total}字，超过${LIMITS.total}字，请精简；详细材料请另行提供。`;
    return [{ field: 'remark', sentence }];
  }
  return [
    ...(report.nil ? nilProblems(report) : itemProblems(report.items, owes)),
    ...textProblems(
      'remark',
      report.nil ? '零报告原因' : '“总体情况”',
      report.remark,
      LIMITS.remark,
    ),
    ...personProblems(report),
    ...declarationProblems(report),
  ];
}

function nilProblems({ items, remark }: Report): FieldProblem[] {
  const numbers = items.map((row) => row.no).join('、');
  const empty = { field: 'remark', sentence: '零报告须说明原因，请填写“零报告原因”。' };
  const both = {
    field: 'nil',
    sentence: `零报告不能同时填报事项（第${numbers}项）：请删去这些事项，或不选零报告。`,
  };
  return [...(remark.trim() === '' ? [empty] : []), ...(items.length > 0 ? [both] : [])];
}

function personProblems(report: Report): FieldProblem[] {
  const fields = [
    ['preparedBy', '填报人', true],
    ['phone', '联系电话', true],
    ['reviewedBy', '审核人', false],
    ['signedBy', '签发人', true],
  ] as const;
  return fields.flatMap(([field, name, required]) =>
    required && report[field].trim() === ''
      ? [{ field, sentence: `“${name}”未填，请填写。` }]
      : textProblems(field, `“${name}”`, report[field], LIMITS.name),
  );
}

const declarationProblems = ({ declaration }: Report): FieldProblem[] =>
  declaration
    ? []
    : [
        {
          field: 'declaration',
          sentence:
            '尚未确认“不含国家秘密、工作秘密和个人信息”；请核对内容后勾选（是），否则不能报送。',
        },
      ];

function totalLength(report: Report): number {
  const rows = report.items.flatMap((row) => [
    row.progress,
    row.problems,
    row.nextSteps,
    figuresText(row.figures),
  ]);
  const { remark, preparedBy, phone, reviewedBy, signedBy } = report;
  return lengthOf([...rows, remark, preparedBy, phone, reviewedBy, signedBy].join(''));
}

/** What a unit must and may report on. */
export type Owes = {
  readonly items: readonly number[];
  /** Items a town may report on or leave out. */
  readonly optionalItems: readonly number[];
  readonly isTown: boolean;
};

/** The name of a field of an item's row, as on the page. */
export const itemField = (
  no: number,
  part: 'status' | 'progress' | 'problems' | 'nextSteps',
): string => `item-${no}-${part}`;

/** In the order of the rows, missing rows last. */
function itemProblems(rows: readonly ItemReport[], owes: Owes): FieldProblem[] {
  const numbers = rows.map((row) => row.no);
  const missing = owes.items.filter((no) => !numbers.includes(no));
  return [
    ...rows.flatMap((row, index) => rowProblems(row, numbers.indexOf(row.no) < index, owes)),
    ...missing.map((no) => ({
      field: itemField(no, 'progress'),
      sentence: `缺少第${no}项，请补填；没有新进展的选“无新进展”并说明原因。`,
    })),
  ];
}

function rowProblems(row: ItemReport, repeated: boolean, owes: Owes): FieldProblem[] {
  const at = (part: Parameters<typeof itemField>[1]) => itemField(row.no, part);
  const required = owes.items.includes(row.no);
  if (!required && !owes.optionalItems.includes(row.no)) {
    return [{ field: at('status'), sentence: foreign(row.no, owes) }];
  }
  if (repeated) {
    return [{ field: at('status'), sentence: `第${row.no}项填了不止一行，请合并为一行。` }];
  }
  const name = `第${row.no}项`;
  return [
    ...statusProblems(row),
    ...emptyProblems(row, required),
    ...textProblems(at('progress'), `${name}“进展情况”`, row.progress, LIMITS.progress),
    ...textProblems(at('problems'), `${name}“存在问题”`, row.problems, LIMITS.problems),
    ...textProblems(at('nextSteps'), `${name}“下一步安排”`, row.nextSteps, LIMITS.nextSteps),
    ...figureProblems(row),
  ];
}

function foreign(no: number, { items, optionalItems, isTown }: Owes): string {
  const own = items.length > 0 ? `应报第${items.join('、')}项` : '本期没有须报的事项，请报零报告';
  const optional =
    isTown && optionalItems.length > 0 ? `，可选报第${optionalItems.join('、')}项` : '';
  return `第${no}项不由贵单位报送。贵单位${own}${optional}，请删去第${no}项。`;
}

function statusProblems({ no, status }: ItemReport): FieldProblem[] {
  if (STATUSES.includes(status)) return [];
  const sentence = `第${no}项的状态“${status}”不可用，请选：${STATUSES.join('、')}。`;
  return [{ field: itemField(no, 'status'), sentence }];
}

/** Without progress a status of nothing new needs a reason, except in a town's optional row. */
function emptyProblems(row: ItemReport, required: boolean): FieldProblem[] {
  if (row.progress.trim() !== '') return [];
  const field = itemField(row.no, 'progress');
  if (!isNothingNew(row.status)) {
    return [{ field, sentence: `第${row.no}项“进展情况”未填，请填写，300字以内。` }];
  }
  if (!required || row.problems.trim() !== '') return [];
  const sentence = `第${row.no}项选了“${row.status}”，请在“进展情况”或“存在问题”里说明原因。`;
  return [{ field, sentence }];
}

const isNothingNew = (status: ItemStatus): boolean => status === '不涉及' || status === '无新进展';

type FigurePart = 'name' | 'value' | 'unit';

/** The name of a field of an item's figures, as on the page. @param row from 1 */
export const figureField = (no: number, row: number, part: FigurePart): string =>
  `item-${no}-figure-${row}-${part}`;

function figureProblems(item: Pick<ItemReport, 'no' | 'figures'>): FieldProblem[] {
  const { no } = item;
  const figures = figuresOf(item);
  const { length } = figures;
  if (length > LIMITS.figures) {
    const field = figureField(no, LIMITS.figures, 'name');
    const sentence = `第${no}项填了${length}个数据，超过${LIMITS.figures}个，请只留最主要的${LIMITS.figures}个，其余写进“进展情况”。`;
    return [{ field, sentence }];
  }
  return figures.flatMap(({ name, value, unit }, index) => {
    const at = (part: FigurePart) => figureField(no, index + 1, part);
    const what = name === '' ? `第${no}项第${index + 1}个数据` : `第${no}项数据“${name}”`;
    const isRepeated = figures.findIndex((other) => other.name === name) < index && name !== '';
    return [
      ...nameProblems(at('name'), what, name, isRepeated),
      ...valueProblems(at('value'), what, value),
      ...unitProblems(at('unit'), what, unit),
    ];
  });
}

function nameProblems(
  field: string,
  what: string,
  name: string,
  isRepeated: boolean,
): FieldProblem[] {
  if (name === '') return [{ field, sentence: `${what}未填名称，请填写，如“涉农贷款余额”。` }];
  if (isRepeated) {
    return [{ field, sentence: `${what}填了不止一次，请合并，或用名称区分开。` }];
  }
  return textProblems(field, `${what}的名称`, name, LIMITS.figureName);
}

function valueProblems(field: string, what: string, value: string): FieldProblem[] {
  if (value === '') {
    const sentence = `${what}未填数值，请填写；不报这个数据的，请把这一行清空。`;
    return [{ field, sentence }];
  }
  if (isFigureValue(value)) return [];
  const { whole, decimals } = FIGURE_DIGITS;
  const sentence = isNumber(value)
    ? `${what}的数值“${value}”位数过多：小数点前最多${whole}位、后最多${decimals}位，请核对，或换用较大的单位。`
    : `${what}的数值“${shortened(value)}”不是数字，请只填一个数，如 12.3 或 -0.5；单位填在“单位”里，说明写进“进展情况”。`;
  return [{ field, sentence }];
}

function unitProblems(field: string, what: string, unit: string): FieldProblem[] {
  if (unit === '') return [{ field, sentence: `${what}未填单位，请填写，如亿元、户、%。` }];
  return textProblems(field, `${what}的单位`, unit, LIMITS.figureUnit);
}

const shortened = (text: string): string => {
  const characters = Array.from(text);
  return characters.length > 20 ? `${characters.slice(0, 20).join('')}…` : text;
};
