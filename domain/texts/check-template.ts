/** What is wrong in a template before anything is put into it: its layout, its syntax, its variables. */

import { formOf, type TextName } from '../plan/text-names.ts';
import { listsIn, wrongName } from './check-names.ts';
import {
  allowedFilters,
  allowedTags,
  parse,
  type SyntaxProblem,
  variablesIn,
} from './engine/engine.ts';
import { layOut, type Piece } from './engine/layout.ts';
import type { Fault } from './fault.ts';
import { DESCRIBED } from './messages/all-variables.ts';

/** In the order of its lines; empty when every sample can be made with it. */
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
    const wrong = wrongName(path, DESCRIBED[name], inList ? lists : new Map());
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
