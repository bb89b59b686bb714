/** What keeps the installation running, and the rehearsal. */
import type { Command as Program } from '@commander-js/extra-typings';
import type { Context } from '../context.ts';
import { yearOf } from './plan.ts';

export function declareOperation(program: Program, context: Context): void {
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
      (await import('../rehearse.ts')).rehearse(context, year, folder, options),
    );
  program
    .command('demonstrate')
    .description('在空数据库里放入演示；已有内容则什么也不做')
    .action(async () => (await import('../rehearse.ts')).demonstrate(context));
  program
    .command('doctor')
    .description('检查设置、数据库、Temporal、积压、审计链和联系人')
    .option('--json', '输出 JSON')
    .action(async (options) => (await import('../doctor.ts')).doctor(context, options));
  program
    .command('bounce')
    .description('收下一封退信：记录哪封邮件没有送达')
    .argument('<file>', '退信原件（.eml）；- 为标准输入')
    .action(async (file) => (await import('../bounce.ts')).bounce(context, file));
  program
    .command('migrate')
    .description('把数据库结构升到最新')
    .action(async () => (await import('../installation.ts')).migrateDatabase(context));
  program
    .command('sign-in-link')
    .description('印一个管理员登录链接：只能用一次，24小时内有效')
    .action(async () => (await import('../installation.ts')).signInLink(context));
  program
    .command('welcome')
    .description('可以先试的三件事，以及接下来会发生什么')
    .action(async () => (await import('../installation.ts')).welcome(context));
}
