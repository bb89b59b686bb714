/** units.csv: the roster. */

import { nearest } from '../../domain/plan/nearest.ts';
import type { Unit, UnitKind } from '../../domain/plan/plan.ts';
import type { UnitClass } from '../../domain/plan/policy.ts';
import { COLLECTIVE_NAMES } from '../../domain/plan/roster.ts';
import { type Day, day, isDay } from '../../domain/time/time.ts';
import { allowedWords, type Columns, type CsvRow, csvRows, wordFor } from './csv-rows.ts';
import type { ReportProblem } from './folder-problem.ts';

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

/** The units, and the line of each. Undefined when the file is not a table of units. */
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

const KINDS: Readonly<Record<UnitKind, string>> = {
  department: '部门',
  town: '镇区',
  other: '其他',
};

const CLASSES: Readonly<Record<UnitClass, string>> = {
  municipal: '市直部门',
  town: '镇区',
  central: '中央或省垂直单位',
  party: '党委部门',
  'people-organisation': '群团组织',
  court: '法院',
  association: '协会',
};

type Row = { readonly unit: Unit; readonly line: number };

/** Every code, name and alias belongs to one unit only. */
function checkNames(rows: readonly Row[], report: ReportProblem): void {
  const owners = new Map<string, Unit>();
  for (const { unit, line, cell, name } of rows.flatMap(namedCells)) {
    const owner = owners.get(name);
    const at = { line, cell, value: name };
    if (owner) {
      const who = owner === unit ? '在这一行里写了两次' : `既指“${owner.name}”，又指“${unit.name}”`;
      report(
        at,
        `“${name}”${who}；一个名字只能指一个单位，写一次。`,
        '请删去其中一个，或换成不会混淆的写法。',
      );
    }
    if (COLLECTIVE_NAMES.includes(name)) {
      report(at, `“${name}”是统称，不能作单位的名称。`, '请换一个名称；统称由程序按名册展开。');
    }
    owners.set(name, owner ?? unit);
  }
}

function checkSuccessors(rows: readonly Row[], report: ReportProblem): void {
  const units = rows.map(({ unit }) => unit);
  for (const { unit, line } of rows) {
    if (unit.from !== null && unit.until !== null && unit.until < unit.from) {
      report(
        { line, cell: 'until', value: unit.until },
        `停用日期 ${unit.until} 早于启用日期 ${unit.from}。`,
        '请改正其中一个日期。',
      );
    }
    const wrong = unit.successor === null ? undefined : wrongSuccessor(unit, unit.successor, units);
    if (wrong) report({ line, cell: 'successor', value: unit.successor ?? '' }, ...wrong);
  }
}

const namedCells = ({ unit, line }: Row) =>
  [
    { name: unit.code, cell: 'code' },
    { name: unit.name, cell: 'name' },
    ...unit.aliases.map((name) => ({ name, cell: 'aliases' })),
  ]
    .filter(({ name }) => name !== '')
    .map((named) => ({ unit, line, ...named }));

/** Message and remedy. */
function wrongSuccessor(
  unit: Unit,
  successor: string,
  units: readonly Unit[],
): [string, string] | undefined {
  const codes = units.map(({ code }) => code);
  if (successor === unit.code) {
    return [`单位“${unit.name}”不能接替自己。`, '请填另一个单位的代码，或留空。'];
  }
  if (!codes.includes(successor)) {
    const near = nearest(codes, successor);
    const hint = near.length > 0 ? `是不是 ${near.join('、')}？` : '';
    return [`接替单位“${successor}”不在名册里。${hint}`, '请填名册里的单位代码。'];
  }
  if (unit.until === null) {
    return [`单位“${unit.name}”有接替单位，却没有停用日期。`, '请填上它存在的最后一天。'];
  }
  return undefined;
}
