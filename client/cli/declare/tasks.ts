import type { Command as Commander } from '@commander-js/extra-typings';
import type { Context } from '../context.ts';

export function declareTasks(program: Commander, context: Context): void {
  program
    .command('tasks')
    .description('今天要做的事：致电、审发、核实')
    .argument('[period]', '报送期；不写则列出全部')
    .option('--texts', '连同待审发文稿的全文')
    .option('--json', '输出 JSON')
    .action(async (period, options) =>
      (await import('../tasks.ts')).showTasks(context, period, options),
    );
}
