import type { Command as Commander } from '@commander-js/extra-typings';
import type { Context } from '../context.ts';
import { actOptions } from './shared.ts';

const actions = () => import('../sending.ts');

export function declareSending(program: Commander, context: Context): void {
  const sending = program
    .command('sending')
    .description('发送：是否停止，停发期间到点的有哪些')
    .option('--json', '输出 JSON')
    .action(async (options) => (await actions()).showSending(context, options));
  actOptions(
    sending
      .command('pause')
      .description('停止全部发送；报送照常接收')
      .requiredOption('--reason <text>', '原因'),
  ).action(async (options) => (await actions()).pauseSending(context, options));
  actOptions(
    sending.command('resume').description('恢复全部发送；每个单位只补发最近一个节点'),
  ).action(async (options) => (await actions()).resumeSending(context, options));
}
