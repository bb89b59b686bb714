/** The contacts of a unit. */
import type { Command as Program } from '@commander-js/extra-typings';
import { Argument } from '@commander-js/extra-typings';
import { ROLES } from '../../domain/people/roles.ts';
import type { Role } from '../../domain/plan/plan.ts';
import type { Context } from './context.ts';
import { numberOf } from './declare/obligation.ts';

export function declareContacts(program: Program, context: Context): void {
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

const leaves = () => import('./commands/leave.ts');
const roster = () => import('./contacts.ts');

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
