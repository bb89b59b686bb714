import type { Command as Commander } from '@commander-js/extra-typings';
import type { Context } from '../context.ts';

export function declareDoctor(program: Commander, context: Context): void {
  program
    .command('doctor')
    .description('检查设置、数据库、Temporal、积压、审计链和联系人')
    .option('--json', '输出 JSON')
    .action(async (options) => (await import('../doctor.ts')).doctor(context, options));
}
