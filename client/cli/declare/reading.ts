/** What only reads: preview, board, group-text, show, tasks, form. */
import type { Command as Program } from '@commander-js/extra-typings';
import type { Context } from '../context.ts';

export function declareReading(program: Program, context: Context): void {
  program
    .command('preview')
    .description('预告：什么时候、经什么渠道、告诉谁什么；假定无人报送、逐条送达')
    .argument('<year|period>', '年度（2018）或报送期（2018H1）')
    .argument('[folder]', '方案文件夹；不写则用 plans/ 下的现行方案')
    .option('--live', '按数据库里的方案、联系人和日历，从现在起')
    .option('--unit <unit>', '只看一个单位')
    .option('--texts', '连同全文')
    .option('--json', '输出 JSON（含全文）')
    .action(async (what, folder, options) =>
      (await import('../preview.ts')).showPreview(context, what, folder, options),
    );
  program
    .command('board')
    .description('批次总览')
    .argument('<period>', '报送期，例如 2018H1')
    .option('--json', '输出 JSON')
    .action(async (period, options) =>
      (await import('../board.ts')).showBoard(context, period, options),
    );
  program
    .command('group-text')
    .description('可贴到工作群的一段话：日期和已报数，不提任何单位和个人')
    .argument('<period>', '报送期，例如 2018H1')
    .option('--json', '输出 JSON')
    .action(async (period, options) =>
      (await import('../round.ts')).showGroupText(context, period, options),
    );
  program
    .command('show')
    .description('一个单位的全部经过：节点、投递、操作、材料')
    .argument('<period>', '报送期')
    .argument('<unit>', '单位代码、名称或别名')
    .option('--texts', '连同发出的全文')
    .option('--json', '输出 JSON（含全文）')
    .action(async (period, unit, options) =>
      (await import('../show.ts')).showUnit(context, period, unit, options),
    );
  program
    .command('tasks')
    .description('今天要做的事：致电、审发、核实')
    .argument('[period]', '报送期；不写则列出全部')
    .option('--texts', '连同待审发文稿的全文')
    .option('--json', '输出 JSON')
    .action(async (period, options) =>
      (await import('../tasks.ts')).showTasks(context, period, options),
    );
  program
    .command('form')
    .description('生成预填好的报送表，可直接修改后报送')
    .argument('<period>', '报送期')
    .argument('<unit>', '单位')
    .option('-o, --output <file>', '写入 .json 或 .xlsx 文件；不写则在屏幕上输出 JSON')
    .action(async (period, unit, options) =>
      (await import('../form.ts')).makeForm(context, period, unit, options),
    );
}
