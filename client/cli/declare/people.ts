/** Who may use the pages, what did not get through, and who did what. */
import { Argument, Option, type Command as Program } from '@commander-js/extra-typings';
import { ACCOUNT_ROLES, ROLES } from '../../../domain/people/roles.ts';
import type { Role } from '../../../domain/plan/plan.ts';
import type { Context } from '../context.ts';
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

/** The contacts of a unit. */
function declareContacts(program: Program, context: Context): void {
  const contact = program.command('contact').description('单位的联系人');
  contact
    .command('list')
    .description('现有的联系人')
    .argument('[unit]', '只看一个单位')
    .option('--json', '输出 JSON')
    .action(async (unit, options) => (await roster()).listContacts(context, unit, options));
  one(contact, 'set', '修改或加入一位联系人；不写的项保持不变，写成空的则清除')
    .option('--name <name>', '姓名')
    .option('--email <address>', '邮箱')
    .option('--mobile <number>', '手机')
    .option('--phone <number>', '固定电话')
    .action(async (unit, role, options) =>
      (await roster()).setContact(context, { unit, role }, options),
    );
  one(contact, 'remove', '删去一位联系人')
    .requiredOption('--reason <text>', '原因')
    .action(async (unit, role, options) =>
      (await roster()).removeContact(context, { unit, role }, options),
    );
  contact
    .command('clear-bounce')
    .description('核实邮箱无误后，清除它的退信标记')
    .argument('<address>', '邮箱')
    .option('--as <name>', '操作人')
    .option('--id <id>', '操作编号；同一编号重复提交只办一次')
    .option('--json', '输出 JSON')
    .action(async (address, options) => (await roster()).clearBounce(context, address, options));
  one(contact, 'leave', '登记休假：这几天的信息改发给代办人')
    .requiredOption('--from <day>', '第一天，例如 2018-07-09')
    .requiredOption('--until <day>', '最后一天（含）')
    .option('--deputy', '由备用联络员代；否则写明代办人')
    .option('--name <name>', '代办人姓名')
    .option('--email <address>', '代办人邮箱')
    .option('--mobile <number>', '代办人手机')
    .option('--phone <number>', '代办人固定电话')
    .action(async (unit, role, options) =>
      (await leaves()).leave(context, { unit, role }, options),
    );
  one(contact, 'return', '销假：今天起的信息仍发给本人；还没开始的休假则取消').action(
    async (unit, role, options) => (await leaves()).comeBack(context, { unit, role }, options),
  );
}

const leaves = () => import('../contacts.ts');
const roster = () => import('../contacts.ts');

/** A subcommand on one contact. */
const one = (contact: Program, name: string, description: string) =>
  contact
    .command(name)
    .description(description)
    .argument('<unit>', '单位代码、名称或别名')
    .addArgument(new Argument('<role>', '角色').choices(Object.keys(ROLES) as Role[]))
    .option('--ordinal <n>', '同一角色的第几位', numberOf, 1)
    .option('--as <name>', '操作人')
    .option('--id <id>', '操作编号；同一编号重复提交只办一次')
    .option('--json', '输出 JSON');

/** The question to liaisons before a round: who was asked, and what the bureau enters for a unit that answered otherwise. */
function declareContactCheck(program: Program, context: Context): void {
  const check = program.command('contact-check').description('批次开启前核对联络员');
  check
    .command('list')
    .description('逐个单位：问了谁，答复如何，提出了谁')
    .argument('<period>', '报送期')
    .option('--json', '输出 JSON')
    .action(async (period, options) => (await checks()).listChecks(context, period, options));
  answerOf(check, 'confirm', '代为答复：没有变化').action(async (period, unit, options) =>
    (await checks()).confirm(context, { period, unit }, options),
  );
  answerOf(check, 'name', '代为答复：换了人，立即生效；不写备用联络员的保持不变')
    .requiredOption('--name <name>', '新联络员姓名')
    .option('--email <address>', '邮箱')
    .option('--mobile <number>', '手机')
    .option('--phone <number>', '固定电话')
    .option('--deputy-name <name>', '新备用联络员姓名')
    .option('--deputy-email <address>', '备用联络员邮箱')
    .option('--deputy-mobile <number>', '备用联络员手机')
    .option('--deputy-phone <number>', '备用联络员固定电话')
    .action(async (period, unit, options) =>
      (await checks()).name(context, { period, unit }, options),
    );
  answerOf(check, 'accept', '采用单位自己提出的人选').action(async (period, unit, options) =>
    (await checks()).accept(context, { period, unit }, options),
  );
  answerOf(check, 'refuse', '不采用单位自己提出的人选')
    .requiredOption('--reason <text>', '原因，单位会看到')
    .action(async (period, unit, options) =>
      (await checks()).refuseNamed(context, { period, unit }, options),
    );
}

const checks = () => import('../contact-check.ts');

const answerOf = (check: Program, name: string, description: string) =>
  check
    .command(name)
    .description(description)
    .argument('<period>', '报送期')
    .argument('<unit>', '单位代码、名称或别名')
    .option('--as <name>', '操作人')
    .option('--id <id>', '操作编号；同一编号重复提交只办一次')
    .option('--json', '输出 JSON');
