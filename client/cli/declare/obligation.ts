/** What is done about one unit's report. */
import type { Command as Program } from '@commander-js/extra-typings';
import { InvalidArgumentError, Option } from '@commander-js/extra-typings';
import { WAYS } from '../../../domain/obligation/act.ts';
import type { Context } from '../context.ts';

/** A subcommand on one unit, with the options that all of them share. */
const act = (program: Program, name: string, description: string) =>
  program
    .command(name)
    .description(description)
    .argument('<period>', '报送期，例如 2018H1')
    .argument('<unit>', '单位代码、名称或别名')
    .option('--as <name>', '操作人')
    .option('--id <id>', '操作编号；同一编号重复提交只办一次')
    .option('--json', '输出 JSON');

export function declareUnit(program: Program, context: Context): void {
  declareHandIn(program, context);
  declareJudgement(program, context);
  declareContact(program, context);
  declareDates(program, context);
}

const handIn = () => import('../hand-in.ts');
const judge = () => import('../obligation.ts');
const contact = () => import('../obligation.ts');

function declareHandIn(program: Program, context: Context): void {
  act(program, 'submit', '报送：交一份报送表（.json 或 .xlsx）')
    .argument('<file>', '报送表')
    .action(async (period, unit, file, options) =>
      (await handIn()).submit(context, { period, unit, file }, options),
    );
  act(program, 'record', '代录：登记经其他渠道收到的材料')
    .argument('<file>', '报送表')
    .addOption(
      new Option('--way <way>', '收到的渠道')
        .choices(WAYS.filter((way) => way !== 'online'))
        .makeOptionMandatory(),
    )
    .requiredOption('--received-at <time>', '实际收到时间，例如 "2018-07-14 16:30"')
    .requiredOption('--evidence <text>', '凭据，例如 收文号')
    .action(async (period, unit, file, options) =>
      (await handIn()).record(context, { period, unit, file }, options),
    );
  act(program, 'withdraw', '撤回：单位撤回最新一版材料')
    .option('--reason <text>', '原因', '')
    .action(async (period, unit, options) =>
      (await handIn()).withdraw(context, { period, unit }, options),
    );
}

function declareJudgement(program: Program, context: Context): void {
  act(program, 'return', '退回：请单位补充')
    .option('--version <n>', '所看的版本；不写则按最新一版', numberOf)
    .requiredOption('--reason <text>', '需要补充什么')
    .requiredOption('--until <day>', '补充期限，例如 2018-07-18')
    .action(async (period, unit, options) =>
      (await judge()).sendBack(context, { period, unit }, options),
    );
  act(program, 'accept', '通过：材料审核通过')
    .option('--version <n>', '所看的版本；不写则按最新一版', numberOf)
    .action(async (period, unit, options) =>
      (await judge()).accept(context, { period, unit }, options),
    );
  act(program, 'extend', '延期')
    .requiredOption('--until <day>', '新的截止日')
    .requiredOption('--reason <text>', '理由')
    .action(async (period, unit, options) =>
      (await judge()).extend(context, { period, unit }, options),
    );
  act(program, 'withdraw-extension', '撤销延期')
    .option('--reason <text>', '原因', '')
    .action(async (period, unit, options) =>
      (await judge()).withdrawExtension(context, { period, unit }, options),
    );
  act(program, 'waive', '免报')
    .requiredOption('--reason <text>', '原因')
    .action(async (period, unit, options) =>
      (await judge()).waive(context, { period, unit }, options),
    );
}

function declareContact(program: Program, context: Context): void {
  act(program, 'confirm', '签收：登记单位已签收通知').action(async (period, unit, options) =>
    (await contact()).confirmReceipt(context, { period, unit }, options),
  );
  act(program, 'call', '登记一次通话；承诺日期之前不再催')
    .requiredOption('--who <name>', '与谁通话')
    .option('--answer <text>', '答复；不写表示无人接听', '')
    .option('--promised <day>', '承诺报送的日期')
    .action(async (period, unit, options) =>
      (await contact()).call(context, { period, unit }, options),
    );
  act(program, 'note', '备注')
    .requiredOption('--text <text>', '内容')
    .action(async (period, unit, options) =>
      (await contact()).note(context, { period, unit }, options),
    );
  act(program, 'remind', '立即提醒：在下一个发送时段提醒一次').action(
    async (period, unit, options) => (await contact()).remind(context, { period, unit }, options),
  );
}

function declareDates(program: Program, context: Context): void {
  act(program, 'ask-extension', '申请延期：单位请求更晚的期限')
    .requiredOption('--until <day>', '希望的期限')
    .requiredOption('--reason <text>', '理由')
    .action(async (period, unit, options) =>
      (await judge()).askExtension(context, { period, unit }, options),
    );
  act(program, 'refuse-extension', '不同意延期；同意的用 extend')
    .requiredOption('--reason <text>', '理由')
    .action(async (period, unit, options) =>
      (await judge()).refuseExtension(context, { period, unit }, options),
    );
  act(program, 'endorse', '阅示：单位领导看过并同意')
    .option('--version <n>', '所看的版本；不写则按最新一版', numberOf)
    .action(async (period, unit, options) =>
      (await judge()).endorse(context, { period, unit }, options),
    );
}

export function numberOf(text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw new InvalidArgumentError('应为正整数。');
}
