import type { Command as Commander } from '@commander-js/extra-typings';
import type { Context } from '../context.ts';
import { actOptions } from './shared.ts';

const actions = () => import('../failures.ts');

export function declareFailures(program: Commander, context: Context): void {
  program
    .command('failures')
    .description('送达失败的邮件、短信和已审发的函')
    .option('--json', '输出 JSON')
    .action(async (options) => (await actions()).listFailures(context, options));
  actOptions(
    program
      .command('resend')
      .description('补发：按现在登记的联系方式再发一次')
      .argument('<number>', '编号，见 failures'),
  ).action(async (number, options) => (await actions()).resend(context, number, options));
}
