import { Argument, type Command as Commander } from '@commander-js/extra-typings';
import { CONTACT_ROLE } from '../../../domain/field-words.ts';
import type { Role } from '../../../domain/plan/plan.ts';
import type { Context } from '../context.ts';
import { actOptions, numberOf } from './shared.ts';

const actions = () => import('../contacts.ts');

export function declareContacts(program: Commander, context: Context): void {
  const contact = program.command('contact').description('单位的联系人');
  contact
    .command('list')
    .description('现有的联系人')
    .argument('[unit]', '只看一个单位')
    .option('--json', '输出 JSON')
    .action(async (unit, options) => (await actions()).listContacts(context, unit, options));
  onContact(contact, 'set', '修改或加入一位联系人；不写的项保持不变，写成空的则清除')
    .option('--name <name>', '姓名')
    .option('--email <address>', '邮箱')
    .option('--mobile <number>', '手机')
    .option('--phone <number>', '固定电话')
    .action(async (unit, role, options) =>
      (await actions()).setContact(context, { unit, role }, options),
    );
  onContact(contact, 'remove', '删去一位联系人')
    .requiredOption('--reason <text>', '原因')
    .action(async (unit, role, options) =>
      (await actions()).removeContact(context, { unit, role }, options),
    );
  actOptions(
    contact
      .command('clear-bounce')
      .description('核实邮箱无误后，清除它的退信标记')
      .argument('<address>', '邮箱'),
  ).action(async (address, options) => (await actions()).clearBounce(context, address, options));
  onContact(contact, 'leave', '登记休假：这几天的信息改发给代办人')
    .requiredOption('--from <day>', '第一天，例如 2018-07-09')
    .requiredOption('--until <day>', '最后一天（含）')
    .option('--deputy', '由备用联络员代；否则写明代办人')
    .option('--name <name>', '代办人姓名')
    .option('--email <address>', '代办人邮箱')
    .option('--mobile <number>', '代办人手机')
    .option('--phone <number>', '代办人固定电话')
    .action(async (unit, role, options) =>
      (await actions()).setLeave(context, { unit, role }, options),
    );
  onContact(contact, 'return', '销假：今天起的信息仍发给本人；还没开始的休假则取消').action(
    async (unit, role, options) => (await actions()).endLeave(context, { unit, role }, options),
  );
}

/** A subcommand on one contact of a unit. */
const onContact = (contact: Commander, name: string, description: string) =>
  actOptions(
    contact
      .command(name)
      .description(description)
      .argument('<unit>', '单位代码、名称或别名')
      .addArgument(new Argument('<role>', '角色').choices(Object.keys(CONTACT_ROLE) as Role[]))
      .option('--ordinal <n>', '同一角色的第几位', numberOf, 1),
  );
