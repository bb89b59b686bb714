import type { Command as Commander } from '@commander-js/extra-typings';
import type { Context } from '../context.ts';
import { actOptions, yearOf } from './shared.ts';

const actions = () => import('../year.ts');

export function declareYear(program: Commander, context: Context): void {
  const year = program.command('year').description('年度：启动、撤销');
  actOptions(
    year
      .command('start')
      .description('启动一个年度；先告知将发出多少条信息')
      .argument('<year>', '年度，例如 2018（含 2017H2 和 2018H1）', yearOf)
      .option('--with-unreachable', '有单位什么都送不到，也启动')
      .option('-y, --yes', '不再询问'),
  ).action(async (number, options) => (await actions()).startYear(context, number, options));
  actOptions(
    year
      .command('cancel')
      .description('撤销一个误启动的年度；已上报的批次不受影响')
      .argument('<year>', '年度', yearOf)
      .requiredOption('--reason <text>', '原因'),
  ).action(async (number, options) => (await actions()).cancelYear(context, number, options));
}
