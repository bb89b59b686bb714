import { type Command as Commander, Option } from '@commander-js/extra-typings';
import { WAYS } from '../../../domain/obligation/act.ts';
import type { Context } from '../context.ts';
import { onUnit } from './shared.ts';

const actions = () => import('../hand-in.ts');

export function declareHandIn(program: Commander, context: Context): void {
  onUnit(program, 'submit', '报送：交一份报送表（.json 或 .xlsx）')
    .argument('<file>', '报送表')
    .action(async (period, unit, file, options) =>
      (await actions()).submit(context, { period, unit, file }, options),
    );
  onUnit(program, 'record', '代录：登记经其他渠道收到的材料')
    .argument('<file>', '报送表')
    .addOption(
      new Option('--way <way>', '收到的渠道')
        .choices(WAYS.filter((way) => way !== 'online'))
        .makeOptionMandatory(),
    )
    .requiredOption('--received-at <time>', '实际收到时间，例如 "2018-07-14 16:30"')
    .requiredOption('--evidence <text>', '凭据，例如 收文号')
    .action(async (period, unit, file, options) =>
      (await actions()).record(context, { period, unit, file }, options),
    );
  onUnit(program, 'withdraw', '撤回：单位撤回最新一版材料')
    .option('--reason <text>', '原因', '')
    .action(async (period, unit, options) =>
      (await actions()).withdraw(context, { period, unit }, options),
    );
}
