import type { Command as Commander } from '@commander-js/extra-typings';
import type { Context } from '../context.ts';

export function declareBounce(program: Commander, context: Context): void {
  program
    .command('bounce')
    .description('收下一封退信：记录哪封邮件没有送达')
    .argument('<file>', '退信原件（.eml）；- 为标准输入')
    .action(async (file) => (await import('../bounce.ts')).bounce(context, file));
}
