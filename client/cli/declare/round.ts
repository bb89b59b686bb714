/** What is done about a whole round, and about documents held for release. */
import type { Command as Program } from '@commander-js/extra-typings';
import type { Context } from '../context.ts';
import { numberOf } from './obligation.ts';

const act = (program: Program, name: string, description: string) =>
  program
    .command(name)
    .description(description)
    .argument('<period>', '报送期，例如 2018H1')
    .option('--as <name>', '操作人')
    .option('--id <id>', '操作编号；同一编号重复提交只办一次')
    .option('--json', '输出 JSON');

const round = () => import('../round.ts');
const release = () => import('../tasks.ts');

export function declareRound(program: Program, context: Context): void {
  act(program, 'compile', '汇总：请求生成新一版汇总报告，并等它完成')
    .option('-o, --output <file>', '把最新一版写入 .docx 文件')
    .option('--no-wait', '不等完成')
    .action(async (period, options) =>
      (await import('../round.ts')).compile(context, period, options),
    );
  act(program, 'sign-off', '上报：指明版本；该版过时则拒绝')
    .requiredOption('--version <n>', '汇总报告的版本', numberOf)
    .action(async (period, options) => (await round()).signOff(context, period, options));
  act(program, 'reopen', '重新开启已上报的批次')
    .requiredOption('--reason <text>', '原因，例如市政府退回的意见')
    .action(async (period, options) => (await round()).reopen(context, period, options));
  act(program, 'pause', '暂停发送')
    .requiredOption('--reason <text>', '原因')
    .action(async (period, options) => (await round()).pause(context, period, options));
  act(program, 'resume', '恢复发送').action(async (period, options) =>
    (await round()).resume(context, period, options),
  );
  act(program, 'move-date', '调整全批次的截止日；不缩短已有的延期')
    .requiredOption('--to <day>', '新的截止日')
    .requiredOption('--reason <text>', '原因')
    .action(async (period, options) => (await round()).moveDate(context, period, options));
  act(program, 'cancel', '撤销一个批次')
    .requiredOption('--reason <text>', '原因')
    .action(async (period, options) => (await round()).cancel(context, period, options));
  declareHeld(program, context);
}

function declareHeld(program: Program, context: Context): void {
  program
    .command('release')
    .description('审发：让备好的函或督办单代拟稿发出')
    .argument('<number>', '编号（见 tasks）或投递的完整编号')
    .option('--as <name>', '操作人')
    .option('--id <id>', '操作编号')
    .option('--json', '输出 JSON')
    .action(async (number, options) => (await release()).release(context, number, options));
  program
    .command('dismiss')
    .description('作罢：备好的文稿不发')
    .argument('<number>', '编号（见 tasks）或投递的完整编号')
    .requiredOption('--reason <text>', '原因')
    .option('--as <name>', '操作人')
    .option('--id <id>', '操作编号')
    .option('--json', '输出 JSON')
    .action(async (number, options) => (await release()).dismiss(context, number, options));
}
