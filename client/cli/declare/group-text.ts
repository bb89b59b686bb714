import type { Command as Commander } from '@commander-js/extra-typings';
import type { Context } from '../context.ts';

export function declareGroupText(program: Commander, context: Context): void {
  program
    .command('group-text')
    .description('可贴到工作群的一段话：日期和已报数，不提任何单位和个人')
    .argument('<period>', '报送期，例如 2018H1')
    .option('--json', '输出 JSON')
    .action(async (period, options) =>
      (await import('../group-text.ts')).showGroupText(context, period, options),
    );
}
