import type { Command as Commander } from '@commander-js/extra-typings';
import type { Context } from '../context.ts';

export function declareShow(program: Commander, context: Context): void {
  program
    .command('show')
    .description('一个单位的全部经过：节点、投递、操作、材料')
    .argument('<period>', '报送期')
    .argument('<unit>', '单位代码、名称或别名')
    .option('--texts', '连同发出的全文')
    .option('--json', '输出 JSON（含全文）')
    .action(async (period, unit, options) =>
      (await import('../show.ts')).showUnit(context, { period, unit }, options),
    );
}
