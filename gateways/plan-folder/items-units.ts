/** A cell of units in the plan table: names with the separator 、 between them. */
import { nearest } from '../../domain/plan/nearest.ts';
import { INSTITUTIONS } from '../../domain/plan/roster.ts';
import type { ReportProblem } from './folder-problem.ts';
import type { Cell } from './items-cells.ts';

/** What a table is checked against; the other files of the folder say it. */
export type ItemsContext = {
  /** Every name a unit cell may hold; null when the roster could not be read, then names are not checked. */
  readonly names: ReadonlySet<string> | null;
  /** First and last year of the plan, null when plan.yaml could not be read. */
  readonly years: { readonly from: number; readonly to: number } | null;
};

/** Names as written; every name that cannot stand there is reported. */
export function readUnitNames(
  cell: Cell,
  column: '牵头部门' | '支持部门',
  context: ItemsContext,
  report: ReportProblem,
): string[] {
  if (cell.text === '') {
    if (column === '牵头部门') {
      report(
        { line: cell.line, cell: column },
        '牵头部门是空的；每个事项至少有一个牵头部门。',
        '请填上牵头部门，多个单位之间用顿号“、”分隔。',
      );
    }
    return [];
  }
  const names = cell.text.split('、').map((name) => name.trim());
  if (column === '牵头部门' && names.includes(INSTITUTIONS)) {
    report(
      { line: cell.line, cell: column, value: INSTITUTIONS },
      `“${INSTITUTIONS}”不在名册里，不能牵头，没有谁会为它报送。`,
      '请写出具体的牵头部门。',
    );
  }
  for (const [index, name] of names.entries()) {
    const at = { line: cell.line, cell: column, value: name || cell.text };
    const wrong = wrongName(name, names.indexOf(name) < index, context);
    if (wrong) report(at, wrong.message, wrong.remedy);
  }
  return names;
}

function wrongName(
  name: string,
  repeated: boolean,
  { names }: ItemsContext,
): { message: string; remedy: string } | undefined {
  if (name === '') {
    return { message: '顿号的前面或后面没有单位。', remedy: '请删去多余的顿号，或补上单位。' };
  }
  if (repeated) {
    return { message: `单位“${name}”在同一格里写了两次。`, remedy: '请删去一个。' };
  }
  if (names === null || names.has(name)) return undefined;
  if (/[，,；;]/.test(name)) {
    return {
      message: `“${name}”不是一个单位；单位之间只用顿号“、”分隔。`,
      remedy: '请把逗号、分号改成顿号。',
    };
  }
  const near = nearest([...names], name);
  return {
    message: `名册里没有单位“${name}”。${near.length > 0 ? `是不是“${near.join('”“')}”？` : ''}`,
    remedy: '请改正名称，或在 units.csv 里增加这个单位或别名。',
  };
}
