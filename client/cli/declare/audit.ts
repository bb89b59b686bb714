import type { Command as Commander } from '@commander-js/extra-typings';
import type { Context } from '../context.ts';
import { numberOf } from './shared.ts';

export function declareAudit(program: Commander, context: Context): void {
  program
    .command('audit')
    .description('审计：谁在什么时候做了什么，最近的在前')
    .option('--unit <unit>', '只看一个单位')
    .option('--kind <kind>', '只看一种操作，例如 submit')
    .option('--refused', '只看未受理的')
    .option('--limit <n>', '最多几条', numberOf, 50)
    .option('--csv', '输出全部为 CSV，不受 --limit 限制')
    .option('--json', '输出 JSON')
    .action(async (options) => (await import('../audit.ts')).audit(context, options));
}
