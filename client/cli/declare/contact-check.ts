import type { Command as Commander } from '@commander-js/extra-typings';
import type { Context } from '../context.ts';
import { actOptions } from './shared.ts';

const actions = () => import('../contact-check.ts');

export function declareContactCheck(program: Commander, context: Context): void {
  const check = program.command('contact-check').description('批次开启前核对联络员');
  check
    .command('list')
    .description('逐个单位：问了谁，答复如何，提出了谁')
    .argument('<period>', '报送期')
    .option('--json', '输出 JSON')
    .action(async (period, options) => (await actions()).listChecks(context, period, options));
  onCheck(check, 'confirm', '代为答复：没有变化').action(async (period, unit, options) =>
    (await actions()).confirmContacts(context, { period, unit }, options),
  );
  onCheck(check, 'name', '代为答复：换了人，立即生效；不写备用联络员的保持不变')
    .requiredOption('--name <name>', '新联络员姓名')
    .option('--email <address>', '邮箱')
    .option('--mobile <number>', '手机')
    .option('--phone <number>', '固定电话')
    .option('--deputy-name <name>', '新备用联络员姓名')
    .option('--deputy-email <address>', '备用联络员邮箱')
    .option('--deputy-mobile <number>', '备用联络员手机')
    .option('--deputy-phone <number>', '备用联络员固定电话')
    .action(async (period, unit, options) =>
      (await actions()).nameContacts(context, { period, unit }, options),
    );
  onCheck(check, 'accept', '采用单位自己提出的人选').action(async (period, unit, options) =>
    (await actions()).acceptContacts(context, { period, unit }, options),
  );
  onCheck(check, 'refuse', '不采用单位自己提出的人选')
    .requiredOption('--reason <text>', '原因，单位会看到')
    .action(async (period, unit, options) =>
      (await actions()).refuseContacts(context, { period, unit }, options),
    );
}

const onCheck = (check: Commander, name: string, description: string) =>
  actOptions(
    check
      .command(name)
      .description(description)
      .argument('<period>', '报送期')
      .argument('<unit>', '单位代码、名称或别名'),
  );
