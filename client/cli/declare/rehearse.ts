import type { Command as Commander } from '@commander-js/extra-typings';
import type { Context } from '../context.ts';
import { yearOf } from './shared.ts';

const actions = () => import('../rehearse.ts');

export function declareRehearse(program: Commander, context: Context): void {
  program
    .command('rehearse')
    .description('推演：用真实的流程、虚拟的时间走完一个年度')
    .argument('<year>', '年度', yearOf)
    .argument('[folder]', '方案文件夹')
    .option('--until <time>', '推演到这一时刻为止')
    .option('--script <file>', '各单位如何报送；不写则用随附的脚本')
    .option('--out <folder>', '网页和汇总报告放在哪里')
    .option('--json', '输出 JSON')
    .action(async (year, folder, options) =>
      (await actions()).rehearse(context, year, folder, options),
    );
  program
    .command('demonstrate')
    .description('在空数据库里放入演示；已有内容则什么也不做')
    .action(async () => (await actions()).demonstrate(context));
}
