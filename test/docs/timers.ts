/** Timers of the code by their named constants, and those of the table in ARCHITECTURE.md. */

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { DAY, HOUR, MINUTE, SECOND } from '../../domain/time/time.ts';

/** `<file> <constant>`, or the file alone where the moment is computed elsewhere; files by their last name. */
export type Timer = {
  readonly timer: string;
  /** Such as `1 min`; null without a constant. */
  readonly every: string | null;
};

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Helpers of a person's command (downloads, progress on the terminal) run only while the person waits. */
const BESIDE = /^scripts\/lib\/(?!postgres\/service|processes\/(service|stop-signal))/;

export const timersIn = (folders: readonly string[]): Timer[] =>
  folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { encoding: 'utf8', recursive: true })
      .map((name) => `${folder}/${name.replaceAll(path.sep, '/')}`)
      .filter((file) => /\.(ts|tsx|mjs|js)$/.test(file) && !BESIDE.test(file))
      .flatMap((file) => timersOf(file, readFileSync(path.join(root, file), 'utf8'))),
  );

const HAS_TIMER = /\b(setTimeout|setInterval|condition|sleep|startSweep)\(/;
/** Their constants count although another file waits: looks compute the moments. */
const BY_MOMENTS = /^(workflows|activities)\//;

export function timersOf(file: string, code: string): Timer[] {
  if (!HAS_TIMER.test(code) && !BY_MOMENTS.test(file)) return [];
  const name = path.basename(file);
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  const delays = delaysIn(source);
  const constants = source.statements.flatMap(constantsIn);
  if (delays.length === 0 && !BY_MOMENTS.test(file)) return [];
  const unnamed = delays.filter(ts.isNumericLiteral).map((delay) => ({
    timer: `${name}: name the delay ${delay.getText()}`,
    every: null,
  }));
  const named = constants.map(({ constant, ms }) => ({
    timer: `${name} ${constant}`,
    every: inWords(ms),
  }));
  if (delays.length > 0 && named.length === 0 && unnamed.length === 0)
    return [{ timer: name, every: null }];
  return [...named, ...unnamed];
}

/** Position of the delay among the arguments. */
const CALLS: Readonly<Record<string, number>> = {
  setTimeout: 1,
  setInterval: 1,
  condition: 1,
  sleep: 0,
  startSweep: 0,
};

function delaysIn(node: ts.Node): ts.Expression[] {
  const below = node.getChildren().flatMap(delaysIn);
  if (!ts.isCallExpression(node)) return below;
  const delay = node.arguments[CALLS[node.expression.getText()] ?? Number.NaN];
  return delay ? [delay, ...below] : below;
}

type Constant = { readonly constant: string; readonly ms: number };

/** Spans of time: named `…_MS`, or computed from units of time. */
const constantsIn = (statement: ts.Statement): Constant[] =>
  !ts.isVariableStatement(statement)
    ? []
    : statement.declarationList.declarations.flatMap(({ name, initializer }) => {
        const ms = initializer && msOf(initializer);
        const constant = name.getText();
        const isSpan =
          constant.endsWith('_MS') ||
          /\b(DAY|HOUR|MINUTE|SECOND)\b/.test(initializer?.getText() ?? '');
        return ms !== undefined && isSpan ? [{ constant, ms }] : [];
      });

const UNITS: Readonly<Record<string, number>> = { DAY, HOUR, MINUTE, SECOND };

/** @returns undefined for anything but numbers, units, sums and products */
function msOf(node: ts.Expression): number | undefined {
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isIdentifier(node)) return UNITS[node.text];
  if (!ts.isBinaryExpression(node)) return undefined;
  const [left, right] = [msOf(node.left), msOf(node.right)];
  if (left === undefined || right === undefined) return undefined;
  const results: Readonly<Record<string, number>> = {
    '*': left * right,
    '+': left + right,
    '-': left - right,
  };
  return results[node.operatorToken.getText()];
}

/** 59 d 23 h 12 min 47 s */
function inWords(ms: number): string {
  const parts = [
    [Math.floor(ms / DAY), 'd'],
    [Math.floor((ms % DAY) / HOUR), 'h'],
    [Math.floor((ms % HOUR) / MINUTE), 'min'],
    [Math.floor((ms % MINUTE) / SECOND), 's'],
    [ms % SECOND, 'ms'],
  ] as const;
  return parts
    .filter(([number]) => number > 0)
    .map(([number, unit]) => `${number} ${unit}`)
    .join(' ');
}

type Row = { readonly timer: string; readonly howOften: string };

/** From the table under `## Timers`: its last two columns. */
export function documentedTimers(page: string): Row[] {
  const [, section = ''] = page.split('\n## Timers\n');
  const [table = ''] = section.split('\n## ');
  const rows = table
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2);
  return rows.flatMap((row) => {
    const [howOften = '', where = ''] = row.split('|').slice(-3);
    return timersNamed(where).map((timer) => ({ timer, howOften }));
  });
}

/** A cell such as: `worker/main.ts` `SWEEP_MS` `ASK_EVERY_MS` */
function timersNamed(where: string): string[] {
  const files = where.split(/(?=`[\w-]+\/)/).filter((part) => part.includes('`'));
  return files.flatMap((part) => {
    const [file = '', ...constants] = [...part.matchAll(/`([^`]+)`/g)].map(
      ([, text]) => text ?? '',
    );
    const name = path.basename(file);
    return constants.length === 0 ? [name] : constants.map((constant) => `${name} ${constant}`);
  });
}
