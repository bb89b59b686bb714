import type { Command as Commander } from '@commander-js/extra-typings';
import type { Context } from '../context.ts';
import { actOptions, numberOf } from './shared.ts';

const actions = () => import('../round.ts');

export function declareRound(program: Commander, context: Context): void {
  onRound(program, 'compile', '汇总：请求生成新一版汇总报告，并等它完成')
    .option('-o, --output <file>', '把最新一版写入 .docx 文件')
    .option('--no-wait', '不等完成')
    .action(async (period, options) => (await actions()).compile(context, period, options));
  onRound(program, 'sign-off', '上报：指明版本；该版过时则拒绝')
    .requiredOption('--version <n>', '汇总报告的版本', numberOf)
    .action(async (period, options) => (await actions()).signOff(context, period, options));
  onRound(program, 'reopen', '重新开启已上报的批次')
    .requiredOption('--reason <text>', '原因，例如市政府退回的意见')
    .action(async (period, options) => (await actions()).reopen(context, period, options));
  onRound(program, 'pause', '暂停发送')
    .requiredOption('--reason <text>', '原因')
    .action(async (period, options) => (await actions()).pause(context, period, options));
  onRound(program, 'resume', '恢复发送').action(async (period, options) =>
    (await actions()).resume(context, period, options),
  );
  onRound(program, 'move-date', '调整全批次的截止日；不缩短已有的延期')
    .requiredOption('--to <day>', '新的截止日')
    .requiredOption('--reason <text>', '原因')
    .action(async (period, options) => (await actions()).moveDate(context, period, options));
  onRound(program, 'cancel', '撤销一个批次')
    .requiredOption('--reason <text>', '原因')
    .action(async (period, options) => (await actions()).cancel(context, period, options));
}

const onRound = (program: Commander, name: string, description: string) =>
  actOptions(
    program.command(name).description(description).argument('<period>', '报送期，例如 2018H1'),
  );
