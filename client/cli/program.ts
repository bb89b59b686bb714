/**
 * All subcommands. `declare/x.ts` declares what `x.ts` does. Help and completion load every declaration, so those import
 * little; an action is loaded when it is called.
 */

import {
  type Argument,
  Command,
  type Option,
  type OutputConfiguration,
} from '@commander-js/extra-typings';
import type { Context } from './context.ts';
import { declareAccounts } from './declare/accounts.ts';
import { declareAudit } from './declare/audit.ts';
import { declareBoard } from './declare/board.ts';
import { declareBounce } from './declare/bounce.ts';
import { declareContactCheck } from './declare/contact-check.ts';
import { declareContacts } from './declare/contacts.ts';
import { declareDoctor } from './declare/doctor.ts';
import { declareFailures } from './declare/failures.ts';
import { declareForm } from './declare/form.ts';
import { declareGroupText } from './declare/group-text.ts';
import { declareHandIn } from './declare/hand-in.ts';
import { declareInstallation } from './declare/installation.ts';
import { declareObligation } from './declare/obligation.ts';
import { declarePlan } from './declare/plan.ts';
import { declarePreview } from './declare/preview.ts';
import { declareRehearse } from './declare/rehearse.ts';
import { declareRelease } from './declare/release.ts';
import { declareRound } from './declare/round.ts';
import { declareSending } from './declare/sending.ts';
import { declareShow } from './declare/show.ts';
import { declareTasks } from './declare/tasks.ts';
import { declareYear } from './declare/year.ts';
import { widthOf } from './terminal/width.ts';

/** In the order of the help. */
const DECLARATIONS = [
  declarePlan,
  declareYear,
  declarePreview,
  declareBoard,
  declareGroupText,
  declareShow,
  declareTasks,
  declareForm,
  declareHandIn,
  declareObligation,
  declareRound,
  declareRelease,
  declareAccounts,
  declareContacts,
  declareContactCheck,
  declareSending,
  declareFailures,
  declareAudit,
  declareRehearse,
  declareDoctor,
  declareBounce,
  declareInstallation,
];

export function createProgram(context: Context): Command {
  const program = new Command('cuibao')
    .description('催报：按方案半年一次，通知、提醒、催报、收报、汇总。')
    .usage('<命令> [参数] [选项]')
    .helpOption('-h, --help', '显示帮助')
    .helpCommand('help [命令]', '显示某个命令的帮助')
    .configureHelp(helpInChinese)
    .configureOutput(errorsInChinese)
    .showHelpAfterError()
    .exitOverride();
  for (const declare of DECLARATIONS) declare(program, context);
  program.addHelpText(
    'after',
    '\n报送期写作 2018H1（上半年）或 2017H2（下半年）；单位可写代码、名称或别名。\n退出码：0 完成，1 被拒绝或失败，2 用法有误。各命令的说明和 JSON 格式见 docs/cli.md。',
  );
  return program;
}

/** Commander's own words in Chinese. */
const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

const helpInChinese = {
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

const errorsInChinese: OutputConfiguration = {
  outputError: (text, write) => {
    const translated = ERRORS.reduce(
      (line, [english, chinese]) => line.replace(english, chinese),
      text.trim().replace(/^error: /, ''),
    );
    write(`用法有误：${translated.replace('\n', '')}\n`);
  },
};
