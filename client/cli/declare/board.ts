import type { Command as Commander } from '@commander-js/extra-typings';
import type { Context } from '../context.ts';

export function declareBoard(program: Commander, context: Context): void {
  program
    .command('board')
    .description('批次总览')
    .argument('<period>', '报送期，例如 2018H1')
    .option('--json', '输出 JSON')
    .action(async (period, options) =>
      (await import('../board.ts')).showBoard(context, period, options),
    );
}
