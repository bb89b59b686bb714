/** What is wrong with the figures of an item, each at its field. */

import { FIGURE_DIGITS, figuresOf, isFigureValue, isNumber } from '../obligation/figures.ts';
import { type FieldProblem, LIMITS, textProblems } from '../obligation/limits.ts';
import type { ItemReport } from '../obligation/submission.ts';

export type FigurePart = 'name' | 'value' | 'unit';

/** The name of a field of an item's figures, counted from 1; the same on the page. */
export const figureField = (no: number, row: number, part: FigurePart): string =>
  `item-${no}-figure-${row}-${part}`;

export function figureProblems(item: Pick<ItemReport, 'no' | 'figures'>): FieldProblem[] {
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
