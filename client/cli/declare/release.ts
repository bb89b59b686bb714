import type { Command as Commander } from '@commander-js/extra-typings';
import type { Context } from '../context.ts';
import { actOptions } from './shared.ts';

const actions = () => import('../release.ts');
const NUMBER = '编号（见 tasks）或投递的完整编号';

export function declareRelease(program: Commander, context: Context): void {
  actOptions(
    program
      .command('release')
      .description('审发：让备好的函或督办单代拟稿发出')
      .argument('<number>', NUMBER),
  ).action(async (number, options) => (await actions()).release(context, number, options));
  actOptions(
    program
      .command('dismiss')
      .description('作罢：备好的文稿不发')
      .argument('<number>', NUMBER)
      .requiredOption('--reason <text>', '原因'),
  ).action(async (number, options) => (await actions()).dismiss(context, number, options));
}
