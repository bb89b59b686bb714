import type { Command as Commander } from '@commander-js/extra-typings';
import type { Context } from '../context.ts';

const actions = () => import('../installation.ts');

export function declareInstallation(program: Commander, context: Context): void {
  program
    .command('migrate')
    .description('把数据库结构升到最新')
    .action(async () => (await actions()).migrateDatabase(context));
  program
    .command('sign-in-link')
    .description('印一个管理员登录链接：只能用一次，24小时内有效')
    .action(async () => (await actions()).signInLink(context));
  program
    .command('welcome')
    .description('可以先试的三件事，以及接下来会发生什么')
    .action(async () => (await actions()).welcome(context));
}
