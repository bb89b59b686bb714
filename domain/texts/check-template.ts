/** Faults of a template that show without values: in its layout, its syntax and its variables. */

import { nearest } from '../plan/nearest.ts';
import { formOf, type TextName } from '../plan/text-names.ts';
import {
  allowedFilters,
  allowedTags,
  parse,
  type SyntaxProblem,
  variablesIn,
} from './engine/engine.ts';
import { type Fault, layOut, type Piece } from './engine/layout.ts';
import { VARIABLES } from './messages/all-variables.ts';
import type { AnyVariables, Variable } from './messages/variables.ts';

/** In the order of the lines; empty when samples can be made with the template. */
export function checkTemplate(source: string, name: TextName): Fault[] {
  const { headers, bodies, faults } = layOut(source, formOf(name));
  return [
    ...faults,
    ...[...headers.values(), ...bodies].flatMap((piece) => checkPiece(piece, name)),
  ];
}

function checkPiece(piece: Piece, name: TextName): Fault[] {
  const before = piece.line - 1;
  const wide = /[｛｝]|\{\s+[{%]|[}%]\s+\}/.exec(piece.source);
  if (wide) return [wideBrace(piece, wide.index, wide[0])];
  const parsed = parse(piece.source);
  if ('error' in parsed) return [syntaxFault(parsed.error, before)];
  const lists = listsIn(piece.source);
  return variablesIn(parsed.template).flatMap(({ path, line, inList }) => {
    const wrong = wrongName(path, VARIABLES[name], inList ? lists : new Map());
    return wrong === null ? [] : [{ line: before + line, value: path.join('.'), ...wrong }];
  });
}

const wideBrace = ({ line, source }: Piece, at: number, value: string): Fault => ({
  line: line + source.slice(0, at).split('\n').length - 1,
  value,
  message: '变量和标签要用半角的花括号，两个括号之间不空格。',
  remedy: '请写成 {{ 变量 }} 或 {% 标签 %}。',
});

function syntaxFault({ line, what }: SyntaxProblem, before: number): Fault {
  const at = { line: before + line };
  const filter = /^undefined filter: (.*)$/s.exec(what)?.[1];
  if (filter !== undefined) {
    const message = `不认识的过滤器“${filter}”。`;
    return {
      ...at,
      value: filter,
      message,
      remedy: `可用：${allowedFilters}；多数情况下不需要过滤器。`,
    };
  }
  const tag = /^tag "(.*)" not found$/s.exec(what)?.[1];
  if (tag !== undefined) {
    const message = `标签“${tag}”不能用，或没有与它配对的开头。`;
    return {
      ...at,
      value: tag,
      message,
      remedy: `可用：${allowedTags}，各以 end 加同名结束，如 endif。`,
    };
  }
  const open = /^(?:tag|output) (.*) not closed$/s.exec(what)?.[1];
  if (open !== undefined) {
    const value = open.replaceAll('"', '');
    return {
      ...at,
      value,
      message: `“${value}”没有写完。`,
      remedy: '请补上 }}、%}，或与它配对的 endif、endfor。',
    };
  }
  return {
    ...at,
    value: what,
    message: `写法有误：${what}。`,
    remedy: '请对照 docs/texts.md 里的写法改正。',
  };
}

/** For each name of a loop, the lists that it goes through. */
function listsIn(source: string): Map<string, string[]> {
  const lists = new Map<string, string[]>();
  for (const [, entry = '', list = ''] of source.matchAll(/\{%-?\s*for\s+(\w+)\s+in\s+(\w+)/g)) {
    lists.set(entry, [...(lists.get(entry) ?? []), list]);
  }
  return lists;
}

const COUNTER = ['forloop.index', 'forloop.first', 'forloop.last', 'forloop.length'];

/** Null for a known name: a variable, or inside a loop a field of its entries. */
function wrongName(
  path: readonly string[],
  described: AnyVariables,
  lists: ReadonlyMap<string, readonly string[]>,
): Pick<Fault, 'message' | 'remedy'> | null {
  const name = path.join('.');
  const [root = ''] = path;
  const names = Object.keys(described);
  const sizes = names
    .filter((each) => described[each]?.is === 'list')
    .map((each) => `${each}.size`);
  const entries = [...lists].flatMap(([entry, from]) =>
    from.flatMap((list) => fieldsOf(described[list]).map((field) => `${entry}.${field}`)),
  );
  const known = [...names, ...entries, ...(lists.size > 0 ? COUNTER : [])];
  if (known.includes(name) || sizes.includes(name)) return null;
  const near = nearest(known, name);
  const hint = near.length > 0 ? `是不是“${near.join('”“')}”？` : '';
  const ofEntry = entries.filter((each) => each.startsWith(`${root}.`));
  return {
    message: `不认识的变量“${name}”。${hint}`,
    remedy: `可用：${(ofEntry.length > 0 ? ofEntry : names).join('、')}。`,
  };
}

const fieldsOf = (variable: Variable<never> | undefined): string[] =>
  variable?.is === 'list' ? Object.keys(variable.fields) : [];
