/** Commander's own words in Chinese; the help is shown again where a command was misused. */

import type { Argument, Option, OutputConfiguration } from '@commander-js/extra-typings';
import { widthOf } from './terminal/width.ts';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

export const helpInChinese = {
  displayWidth: widthOf,
  styleTitle: (title: string): string => TITLES[title] ?? title,
  optionDescription: (option: Option): string => described(option),
  argumentDescription: (argument: Argument): string => described(argument),
};

function described(of: {
  description: string;
  argChoices?: readonly string[] | undefined;
}): string {
  return of.argChoices === undefined
    ? of.description
    : `${of.description}（${of.argChoices.join('、')}）`;
}

const ERRORS: readonly (readonly [RegExp, string])[] = [
  [/missing required argument '(.+)'/, '缺少参数 <$1>。'],
  [/option '(.+)' argument missing/, '选项 $1 后面要有值。'],
  [/required option '(.+)' not specified/, '缺少选项 $1。'],
  [/option '(.+)' argument '(.*)' is invalid\. ?(.*)/, '选项 $1 的值“$2”不对。$3'],
  [
    /command-argument value '(.*)' is invalid for argument '(.+)'\. ?(.*)/,
    '参数 <$2> 的值“$1”不对。$3',
  ],
  [/option '(.+)' cannot be used with option '(.+)'/, '选项 $1 和 $2 不能一起用。'],
  [/unknown option '(.+)'/, '没有选项 $1。'],
  [/too many arguments.*/, '参数太多。'],
  [/unknown command '(.+)'/, '没有命令 $1。'],
  [/Allowed choices are (.+?)\.?$/, '可用的值：$1。'],
  [/\(Did you mean (?:one of )?(.+)\?\)/, '是不是 $1？'],
];

export const errorsInChinese: OutputConfiguration = {
  outputError: (text, write) => {
    const translated = ERRORS.reduce(
      (line, [english, chinese]) => line.replace(english, chinese),
      text.trim().replace(/^error: /, ''),
    );
    write(`用法有误：${translated.replace('\n', '')}\n`);
  },
};
