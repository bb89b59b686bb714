import type { Command as Commander } from '@commander-js/extra-typings';
import type { Context } from '../context.ts';
import { numberOf, onUnit } from './shared.ts';

const actions = () => import('../obligation.ts');

export function declareObligation(program: Commander, context: Context): void {
  declareJudgements(program, context);
  declareConversation(program, context);
  declareWishes(program, context);
}

/** What the bureau decides about a report and its due date. */
function declareJudgements(program: Commander, context: Context): void {
  onUnit(program, 'return', '退回：请单位补充')
    .option('--version <n>', '所看的版本；不写则按最新一版', numberOf)
    .requiredOption('--reason <text>', '需要补充什么')
    .requiredOption('--until <day>', '补充期限，例如 2018-07-18')
    .action(async (period, unit, options) =>
      (await actions()).returnReport(context, { period, unit }, options),
    );
  onUnit(program, 'accept', '通过：材料审核通过')
    .option('--version <n>', '所看的版本；不写则按最新一版', numberOf)
    .action(async (period, unit, options) =>
      (await actions()).accept(context, { period, unit }, options),
    );
  onUnit(program, 'extend', '延期')
    .requiredOption('--until <day>', '新的截止日')
    .requiredOption('--reason <text>', '理由')
    .action(async (period, unit, options) =>
      (await actions()).extend(context, { period, unit }, options),
    );
  onUnit(program, 'withdraw-extension', '撤销延期')
    .option('--reason <text>', '原因', '')
    .action(async (period, unit, options) =>
      (await actions()).withdrawExtension(context, { period, unit }, options),
    );
  onUnit(program, 'waive', '免报')
    .requiredOption('--reason <text>', '原因')
    .action(async (period, unit, options) =>
      (await actions()).waive(context, { period, unit }, options),
    );
}

/** What passes between the bureau and a unit before the report is there. */
function declareConversation(program: Commander, context: Context): void {
  onUnit(program, 'confirm', '签收：登记单位已签收通知').action(async (period, unit, options) =>
    (await actions()).confirm(context, { period, unit }, options),
  );
  onUnit(program, 'call', '登记一次通话；承诺日期之前不再催')
    .requiredOption('--who <name>', '与谁通话')
    .option('--answer <text>', '答复；不写表示无人接听', '')
    .option('--promised <day>', '承诺报送的日期')
    .action(async (period, unit, options) =>
      (await actions()).call(context, { period, unit }, options),
    );
  onUnit(program, 'note', '备注')
    .requiredOption('--text <text>', '内容')
    .action(async (period, unit, options) =>
      (await actions()).note(context, { period, unit }, options),
    );
  onUnit(program, 'remind', '立即提醒：在下一个发送时段提醒一次').action(
    async (period, unit, options) => (await actions()).remind(context, { period, unit }, options),
  );
}

/** What a unit asks for and agrees to, and the refusal of what it asked for. */
function declareWishes(program: Commander, context: Context): void {
  onUnit(program, 'ask-extension', '申请延期：单位请求更晚的期限')
    .requiredOption('--until <day>', '希望的期限')
    .requiredOption('--reason <text>', '理由')
    .action(async (period, unit, options) =>
      (await actions()).askExtension(context, { period, unit }, options),
    );
  onUnit(program, 'refuse-extension', '不同意延期；同意的用 extend')
    .requiredOption('--reason <text>', '理由')
    .action(async (period, unit, options) =>
      (await actions()).refuseExtension(context, { period, unit }, options),
    );
  onUnit(program, 'endorse', '阅示：单位领导看过并同意')
    .option('--version <n>', '所看的版本；不写则按最新一版', numberOf)
    .action(async (period, unit, options) =>
      (await actions()).endorse(context, { period, unit }, options),
    );
}
