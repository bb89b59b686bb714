/** Who may use the pages, what did not get through, and who did what. */
import type { Command as Program } from '@commander-js/extra-typings';
import { Argument, Option } from '@commander-js/extra-typings';
import { ACCOUNT_ROLES } from '../../../domain/plan-change/act.ts';
import type { Context } from '../context.ts';
import { declareContactCheck } from '../declare-contact-check.ts';
import { declareContacts } from '../declare-contacts.ts';
import { numberOf } from './obligation.ts';

export function declarePeople(program: Program, context: Context): void {
  declareAccounts(program, context);
  declareContacts(program, context);
  declareContactCheck(program, context);
  const sending = program
    .command('sending')
    .description('发送：是否停止，停发期间到点的有哪些')
    .option('--json', '输出 JSON')
    .action(async (options) => (await switches()).showSending(context, options));
  sending
    .command('pause')
    .description('停止全部发送；报送照常接收')
    .requiredOption('--reason <text>', '原因')
    .option('--as <name>', '操作人')
    .option('--id <id>', '操作编号；同一编号重复提交只办一次')
    .option('--json', '输出 JSON')
    .action(async (options) => (await switches()).pauseSending(context, options));
  sending
    .command('resume')
    .description('恢复全部发送；每个单位只补发最近一个节点')
    .option('--as <name>', '操作人')
    .option('--id <id>', '操作编号；同一编号重复提交只办一次')
    .option('--json', '输出 JSON')
    .action(async (options) => (await switches()).resumeSending(context, options));
  program
    .command('failures')
    .description('送达失败的邮件、短信和已审发的函')
    .option('--json', '输出 JSON')
    .action(async (options) => (await failed()).failures(context, options));
  program
    .command('resend')
    .description('补发：按现在登记的联系方式再发一次')
    .argument('<number>', '编号，见 failures')
    .option('--as <name>', '操作人')
    .option('--id <id>', '操作编号；同一编号重复提交只办一次')
    .option('--json', '输出 JSON')
    .action(async (number, options) => (await failed()).resend(context, number, options));
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

const switches = () => import('../sending.ts');
const failed = () => import('../failures.ts');
const accounts = () => import('../accounts.ts');

function declareAccounts(program: Program, context: Context): void {
  const account = program.command('account').description('联系人以外的用户');
  account
    .command('list')
    .description('现有的用户')
    .option('--json', '输出 JSON')
    .action(async (options) => (await accounts()).listAccounts(context, options));
  account
    .command('add')
    .description('加入一位用户')
    .addArgument(new Argument('<role>', '身份').choices(ACCOUNT_ROLES))
    .argument('<name>', '姓名')
    .option('--email <address>', '邮箱')
    .option('--mobile <number>', '手机')
    .option('--as <name>', '操作人')
    .option('--id <id>', '操作编号；同一编号重复提交只办一次')
    .option('--json', '输出 JSON')
    .action(async (role, name, options) =>
      (await accounts()).addAccount(context, role, name, options),
    );
  account
    .command('end')
    .description('停用一位用户')
    .argument('<name>', '姓名')
    .addOption(new Option('--role <role>', '有几个身份时指明哪一个').choices(ACCOUNT_ROLES))
    .requiredOption('--reason <text>', '原因')
    .option('--as <name>', '操作人')
    .option('--id <id>', '操作编号；同一编号重复提交只办一次')
    .option('--json', '输出 JSON')
    .action(async (name, options) => (await accounts()).endAccount(context, name, options));
}
