/** The tree of subcommands. Declared here in a few files, carried out in commands/, each loaded when it is called. */
import { Command } from '@commander-js/extra-typings';
import { errorsInChinese, helpInChinese } from './chinese-help.ts';
import type { Context } from './context.ts';
import { declareUnit } from './declare/obligation.ts';
import { declareOperation } from './declare/operation.ts';
import { declarePeople } from './declare/people.ts';
import { declarePlan } from './declare/plan.ts';
import { declareReading } from './declare/reading.ts';
import { declareRound } from './declare/round.ts';

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
  declarePlan(program, context);
  declareReading(program, context);
  declareUnit(program, context);
  declareRound(program, context);
  declarePeople(program, context);
  declareOperation(program, context);
  program.addHelpText(
    'after',
    '\n报送期写作 2018H1（上半年）或 2017H2（下半年）；单位可写代码、名称或别名。\n退出码：0 完成，1 被拒绝或失败，2 用法有误。各命令的说明和 JSON 格式见 docs/cli.md。',
  );
  return program;
}
