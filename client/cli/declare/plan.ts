import { type Command as Commander, InvalidArgumentError } from '@commander-js/extra-typings';
import type { Context } from '../context.ts';
import { FOLDER } from './shared.ts';

export function declarePlan(program: Commander, context: Context): void {
  const plan = program.command('plan').description('方案：检查、导入、查看');
  plan
    .command('check')
    .description('检查方案文件夹，一次列出全部问题，不写入任何内容')
    .argument('[folder]', FOLDER)
    .option('--json', '输出 JSON')
    .action(async (folder, options) =>
      (await import('../plan/import.ts')).checkPlan(context, folder, options),
    );
  plan
    .command('import')
    .description('先显示差异，确认后导入方案、联系人和工作日历')
    .argument('[folder]', FOLDER)
    .option(
      '--calendar <file>',
      '工作日历文件（JSON），或 shipped（随附的日历）；不写则不改现行日历',
    )
    .option('-y, --yes', '不再询问')
    .action(async (folder, options) =>
      (await import('../plan/import.ts')).importFolder(context, folder, options),
    );
  plan
    .command('show')
    .description('事项和单位')
    .argument('[folder]', FOLDER)
    .option('--json', '输出 JSON')
    .action(async (folder, options) =>
      (await import('../plan/plan.ts')).showPlan(context, folder, options),
    );
  plan
    .command('owes')
    .description('某个报送期哪些单位应报、报哪些事项')
    .argument('<period>', '报送期，例如 2018H1')
    .argument('[folder]', FOLDER)
    .option('--scope <scope>', '应报范围：live-items 或 all-leads；不写则按方案', scopeOf)
    .option('--json', '输出 JSON')
    .action(async (period, folder, options) =>
      (await import('../plan/plan.ts')).showOwed(context, period, folder, options),
    );
}

function scopeOf(text: string): 'live-items' | 'all-leads' {
  if (text === 'live-items' || text === 'all-leads') return text;
  throw new InvalidArgumentError('只能是 live-items 或 all-leads。');
}
