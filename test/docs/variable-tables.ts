/** The tables of docs/texts.md, written from what the program knows. */

import { TEXT_NAMES, type TextName } from '../../domain/plan/text-names.ts';
import { VARIABLES } from '../../domain/texts/messages/all-variables.ts';
import { LETTERHEAD } from '../../domain/texts/messages/letterhead.ts';
import { MESSAGE } from '../../domain/texts/messages/unit-mail.ts';
import { SMS } from '../../domain/texts/messages/unit-sms.ts';
import type { AnyVariables, Variable } from '../../domain/texts/messages/variables.ts';

const BASES: readonly { readonly title: string; readonly variables: AnyVariables }[] = [
  { title: '给单位的邮件和文书', variables: without(MESSAGE, LETTERHEAD) },
  { title: '短信', variables: SMS },
  { title: '信头', variables: LETTERHEAD },
];

export function variableTables(): string {
  const parts = BASES.toReversed().map(
    ({ title, variables }) => `### ${title}\n\n${table(variables)}`,
  );
  const groups = new Map<AnyVariables, TextName[]>();
  for (const name of TEXT_NAMES) {
    const described: AnyVariables = VARIABLES[name];
    groups.set(described, [...(groups.get(described) ?? []), name]);
  }
  for (const [variables, names] of groups) parts.push(ofTexts(variables, names));
  return parts.join('\n\n');
}

function ofTexts(all: AnyVariables, names: readonly TextName[]): string {
  const bases = BASES.filter(({ variables }) =>
    Object.keys(variables).every((name) => name in all),
  );
  const also = bases.map(({ title }) => `“${title}”`).toReversed();
  const own = bases.reduce((rest, { variables }) => without(rest, variables), all);
  return [
    `### ${names.map((name) => `\`${name}\``).join('、')}`,
    ...(also.length > 0
      ? [`可用${also.join('、')}各变量${Object.keys(own).length > 0 ? '，以及：' : '。'}`]
      : []),
    ...(Object.keys(own).length > 0 ? [table(own)] : []),
  ].join('\n\n');
}

const table = (variables: AnyVariables): string =>
  ['| 变量 | 种类 | 内容 | meaning |', '|---|---|---|---|', ...rows(variables)].join('\n');

function rows(variables: AnyVariables, around = ''): string[] {
  return Object.entries(variables).flatMap(([name, variable]) => [
    `| \`${name}\`${around} | ${KINDS[variable.is]} | ${variable.zh} | ${variable.en} |`,
    ...(variable.is === 'list' ? rows(variable.fields, `（在 \`${name}\` 里）`) : []),
  ]);
}

const KINDS: Readonly<Record<Variable<never>['is'], string>> = {
  text: '文字',
  flag: '是否',
  number: '数',
  list: '列表',
};

function without(all: AnyVariables, some: AnyVariables): AnyVariables {
  return Object.fromEntries(Object.entries(all).filter(([name]) => !(name in some)));
}
