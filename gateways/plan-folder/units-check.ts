/** What must hold between the rows of the roster. */
import { nearest } from '../../domain/plan/nearest.ts';
import type { Unit } from '../../domain/plan/plan.ts';
import { COLLECTIVE_NAMES } from '../../domain/plan/roster.ts';
import type { ReportProblem } from './folder-problem.ts';

type Row = { readonly unit: Unit; readonly line: number };

/** Whatever a person or a cell writes must mean one unit only. */
export function checkNames(rows: readonly Row[], report: ReportProblem): void {
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

export function checkSuccessors(rows: readonly Row[], report: ReportProblem): void {
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
