import { Argument, type Command as Commander, Option } from '@commander-js/extra-typings';
import { ACCOUNT_ROLES } from '../../../domain/people/roles.ts';
import type { Context } from '../context.ts';
import { actOptions } from './shared.ts';

const actions = () => import('../accounts.ts');

export function declareAccounts(program: Commander, context: Context): void {
  const account = program.command('account').description('联系人以外的用户');
  account
    .command('list')
    .description('现有的用户')
    .option('--json', '输出 JSON')
    .action(async (options) => (await actions()).listAccounts(context, options));
  actOptions(
    account
      .command('add')
      .description('加入一位用户')
      .addArgument(new Argument('<role>', '身份').choices(ACCOUNT_ROLES))
      .argument('<name>', '姓名')
      .option('--email <address>', '邮箱')
      .option('--mobile <number>', '手机'),
  ).action(async (role, name, options) =>
    (await actions()).addAccount(context, role, name, options),
  );
  actOptions(
    account
      .command('end')
      .description('停用一位用户')
      .argument('<name>', '姓名')
      .addOption(new Option('--role <role>', '有几个身份时指明哪一个').choices(ACCOUNT_ROLES))
      .requiredOption('--reason <text>', '原因'),
  ).action(async (name, options) => (await actions()).endAccount(context, name, options));
}
