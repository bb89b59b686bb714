/** The long parts of the compiled report: items by category, towns, problems and next steps. */
import type { FileChild } from 'docx';
import type { ItemPart, UnitStatus, UnitText } from '../../domain/compilation/categories.ts';
import type { Compilation } from '../../domain/compilation/compilation.ts';
import type { TownPart, UnitPoints } from '../../domain/compilation/units.ts';
import { figuresText } from '../../domain/obligation/figures.ts';
import { chineseNumeral } from '../chinese-numerals.ts';
import { body, heading2, heading3 } from './paragraphs.ts';

export function categoryParagraphs({ categories, remarks }: Compilation): FileChild[] {
  return [
    ...categories.flatMap((category, index) => [
      heading2(`（${chineseNumeral(index + 1)}）${category.title}`),
      ...category.items.flatMap(itemParagraphs),
    ]),
    ...(remarks.length === 0
      ? []
      : [heading2(`（${chineseNumeral(categories.length + 1)}）其他情况`)]),
    ...remarks.map((remark) => body(remark.text, `${remark.unitName}：`)),
  ];
}

export function townParagraphs(towns: readonly TownPart[]): FileChild[] {
  if (towns.length === 0) return [body('本期没有镇区报送任务。')];
  return towns.flatMap((town, index) => [
    heading2(`（${chineseNumeral(index + 1)}）${town.unitName}${inBrackets(town.note)}`),
    ...town.items.flatMap((row) => [
      body(row.text, `第${row.no}项${inBrackets(row.status ?? row.note)}：`),
      ...figureParagraphs(row),
    ]),
    ...(town.overall === '' ? [] : [body(town.overall, '总体情况：')]),
  ]);
}

export function pointParagraphs(units: readonly UnitPoints[], none: string): FileChild[] {
  if (units.length === 0) return [body(none)];
  return units.flatMap((unit) =>
    unit.points.map((point) => body(point.text, `${unit.unitName}（第${point.no}项）：`)),
  );
}

function itemParagraphs(item: ItemPart): FileChild[] {
  const { no, content, texts, ledByTowns, townTexts, townStatuses, seeAlso } = item;
  return [
    heading3(`${no}.${gist(content)}`),
    ...texts.flatMap(textParagraphs),
    ...(ledByTowns ? [body('本项由各镇区分别落实，情况见第三部分。')] : []),
    ...(texts.length === 0 && !ledByTowns ? [body('本期没有单位承担本项报送。')] : []),
    ...townTexts.flatMap(textParagraphs),
    ...statusParagraphs(townStatuses),
    ...(seeAlso.length === 0 ? [] : [body(`（相关事项：第${seeAlso.join('、')}项。）`)]),
  ];
}

function textParagraphs(unitText: UnitText): FileChild[] {
  const { unitName, status, text, note } = unitText;
  const marks = [status ?? '', note].filter((mark) => mark !== '').join('；');
  return [
    body(text, `${unitName}${inBrackets(marks)}${text === '' ? '' : '：'}`),
    ...figureParagraphs(unitText),
  ];
}

/** 主要数据：涉农贷款余额12.3亿元；… below the text they belong to. */
function figureParagraphs({ figures = [] }: UnitText): FileChild[] {
  return figures.length === 0 ? [] : [body(`${figuresText(figures)}。`, '主要数据：')];
}

/** 东区、西区：不涉及。 */
function statusParagraphs(rows: readonly UnitStatus[]): FileChild[] {
  const statuses = [...new Set(rows.map((row) => row.status))];
  return statuses.map((status) => {
    const names = rows.filter((row) => row.status === status).map((row) => row.unitName);
    return body(`${status}。`, `${names.join('、')}：`);
  });
}

/** Clauses of the item's text until it says something, 14 characters or more; the whole text stands in annex 1. */
const gist = (content: string): string => /^.{13}[^，。；]*/u.exec(content)?.[0] ?? content;

const inBrackets = (text: string): string => (text === '' ? '' : `（${text}）`);
