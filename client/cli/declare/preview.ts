import type { Command as Commander } from '@commander-js/extra-typings';
import type { Context } from '../context.ts';
import { FOLDER } from './shared.ts';

export function declarePreview(program: Commander, context: Context): void {
  program
    .command('preview')
    .description('预告：什么时候、经什么渠道、告诉谁什么；假定无人报送、逐条送达')
    .argument('<year|period>', '年度（2018）或报送期（2018H1）')
    .argument('[folder]', FOLDER)
    .option('--live', '按数据库里的方案、联系人和日历，从现在起')
    .option('--unit <unit>', '只看一个单位')
    .option('--texts', '连同全文')
    .option('--json', '输出 JSON（含全文）')
    .action(async (what, folder, options) =>
      (await import('../plan/preview.ts')).showPreview(context, what, folder, options),
    );
}
