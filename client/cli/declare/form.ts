import type { Command as Commander } from '@commander-js/extra-typings';
import type { Context } from '../context.ts';

export function declareForm(program: Commander, context: Context): void {
  program
    .command('form')
    .description('生成预填好的报送表，可直接修改后报送')
    .argument('<period>', '报送期')
    .argument('<unit>', '单位')
    .option('-o, --output <file>', '写入 .json 或 .xlsx 文件；不写则在屏幕上输出 JSON')
    .action(async (period, unit, options) =>
      (await import('../form.ts')).makeForm(context, { period, unit }, options),
    );
}
