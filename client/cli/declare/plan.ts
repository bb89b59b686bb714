/** plan, year and preview. */
import type { Command as Program } from '@commander-js/extra-typings';
import { InvalidArgumentError } from '@commander-js/extra-typings';
import type { Context } from '../context.ts';

const FOLDER = '方案文件夹；不写则用 plans/ 下的现行方案';

export function declarePlan(program: Program, context: Context): void {
  const plan = program.command('plan').description('方案：检查、导入、查看');
  plan
    .command('check')
    .description('检查方案文件夹，一次列出全部问题，不写入任何内容')
    .argument('[folder]', FOLDER)
    .option('--json', '输出 JSON')
    .action(async (folder, options) =>
      (await import('../plan-import.ts')).planCheck(context, folder, options),
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
      (await import('../plan-import.ts')).planImport(context, folder, options),
    );
  plan
    .command('show')
    .description('事项和单位')
    .argument('[folder]', FOLDER)
    .option('--json', '输出 JSON')
    .action(async (folder, options) =>
      (await import('../plan.ts')).planShow(context, folder, options),
    );
  declareOwes(plan, context);
  declareYear(program, context);
}

function declareOwes(plan: Program, context: Context): void {
  plan
    .command('owes')
    .description('某个报送期哪些单位应报、报哪些事项')
    .argument('<period>', '报送期，例如 2018H1')
    .argument('[folder]', FOLDER)
    .option('--scope <scope>', '应报范围：live-items 或 all-leads；不写则按方案', scopeOf)
    .option('--json', '输出 JSON')
    .action(async (period, folder, options) =>
      (await import('../plan.ts')).planOwes(context, period, folder, options),
    );
}

function declareYear(program: Program, context: Context): void {
  const year = program.command('year').description('年度：启动、撤销');
  year
    .command('start')
    .description('启动一个年度；先告知将发出多少条信息')
    .argument('<year>', '年度，例如 2018（含 2017H2 和 2018H1）', yearOf)
    .option('--with-unreachable', '有单位什么都送不到，也启动')
    .option('-y, --yes', '不再询问')
    .option('--as <name>', '操作人')
    .option('--id <id>', '操作编号；同一编号重复提交只办一次')
    .option('--json', '输出 JSON')
    .action(async (number, options) =>
      (await import('../year.ts')).startYear(context, number, options),
    );
  year
    .command('cancel')
    .description('撤销一个误启动的年度；已上报的批次不受影响')
    .argument('<year>', '年度', yearOf)
    .requiredOption('--reason <text>', '原因')
    .option('--as <name>', '操作人')
    .option('--id <id>', '操作编号')
    .option('--json', '输出 JSON')
    .action(async (number, options) =>
      (await import('../year.ts')).cancelYear(context, number, options),
    );
}

export function yearOf(text: string): number {
  if (/^\d{4}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('年度写作四位数字，例如 2018。');
}

function scopeOf(text: string): 'live-items' | 'all-leads' {
  if (text === 'live-items' || text === 'all-leads') return text;
  throw new InvalidArgumentError('只能是 live-items 或 all-leads。');
}
