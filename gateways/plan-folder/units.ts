/** units.csv: the roster. */
import type { Unit } from '../../domain/plan/plan.ts';
import { type Day, day } from '../../domain/time/time.ts';
import { type Columns, type CsvRow, csvRows } from './csv-rows.ts';
import type { ReportProblem } from './folder-problem.ts';
import { isDay } from './formats.ts';
import { checkNames, checkSuccessors } from './units-check.ts';
import { allowedWords, CLASSES, KINDS, wordFor } from './words.ts';

type Column =
  | 'code'
  | 'name'
  | 'kind'
  | 'class'
  | 'aliases'
  | 'addressee'
  | 'from'
  | 'until'
  | 'successor'
  | 'desk';

const COLUMNS: Columns<Column> = {
  code: ['代码', '单位代码'],
  name: ['名称', '单位名称', '单位'],
  kind: ['种类', '类型'],
  class: ['类别'],
  aliases: ['别名'],
  addressee: ['称呼', '主送'],
  from: ['启用日期', '起'],
  until: ['停用日期', '止'],
  successor: ['接替单位'],
  desk: ['科室', '联系科室'],
};

/** The units, and the line of each. Undefined when the file is no roster at all. */
export function readUnits(
  text: string,
  report: ReportProblem,
): { unit: Unit; line: number }[] | undefined {
  const rows = csvRows<Column>(text, COLUMNS, ['code', 'name', 'kind', 'class'], report);
  if (!rows) return undefined;
  const units = rows.map((row) => ({ unit: readUnit(row, report), line: row.line }));
  checkNames(units, report);
  checkSuccessors(units, report);
  return units;
}

function readUnit({ line, cells }: CsvRow<Column>, report: ReportProblem): Unit {
  const at = (cell: Column) => ({ line, cell, value: cells[cell] });
  if (!/^[a-z][a-z0-9-]*$/.test(cells.code)) {
    report(
      at('code'),
      `单位代码“${cells.code}”不合格式；只用小写字母、数字和连字符，以字母开头，例如 nongyeju。`,
      '请改正；代码一经使用就不要再变。',
    );
  }
  if (cells.name === '') report(at('name'), '单位没有名称。', '请填上名称，与任务表里的写法一致。');
  const kind = wordFor(KINDS, cells.kind);
  if (!kind) {
    report(at('kind'), `种类“${cells.kind}”不认识。`, `可填：${allowedWords(KINDS)}。`);
  }
  const unitClass = wordFor(CLASSES, cells.class);
  if (!unitClass) {
    report(at('class'), `类别“${cells.class}”不认识。`, `可填：${allowedWords(CLASSES)}。`);
  }
  return {
    code: cells.code,
    name: cells.name,
    kind: kind ?? 'other',
    class: unitClass ?? 'municipal',
    aliases: cells.aliases
      .split('|')
      .map((alias) => alias.trim())
      .filter((alias) => alias !== ''),
    addressee: cells.addressee || cells.name,
    from: readDay(at('from'), report),
    until: readDay(at('until'), report),
    successor: cells.successor || null,
    desk: cells.desk || null,
  };
}

function readDay(
  at: { line: number; cell: Column; value: string },
  report: ReportProblem,
): Day | null {
  if (at.value === '') return null;
  if (isDay(at.value)) return day(at.value);
  report(at, `日期“${at.value}”不合格式；应写成 2018-07-05 这样。`, '请改正日期，或留空。');
  return null;
}
