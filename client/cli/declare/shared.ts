/** Arguments and options that several commands share. */
import {
  type Command as Commander,
  InvalidArgumentError,
  type OptionValues,
} from '@commander-js/extra-typings';

export const FOLDER = '方案文件夹；不写则用 plans/ 下的现行方案';

/** The options of every command that changes something: who acts, under which id, and how to answer. */
export const actOptions = <Args extends unknown[], Options extends OptionValues>(
  command: Commander<Args, Options>,
) =>
  command
    .option('--as <name>', '操作人')
    .option('--id <id>', '操作编号；同一编号重复提交只办一次')
    .option('--json', '输出 JSON');

/** A subcommand that acts on one unit's report. */
export const onUnit = (parent: Commander, name: string, description: string) =>
  actOptions(
    parent
      .command(name)
      .description(description)
      .argument('<period>', '报送期，例如 2018H1')
      .argument('<unit>', '单位代码、名称或别名'),
  );

/** A whole number from 1. @throws InvalidArgumentError, which commander reports as wrong usage */
export function numberOf(text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw new InvalidArgumentError('应为正整数。');
}

/** A year of four digits. @throws InvalidArgumentError, which commander reports as wrong usage */
export function yearOf(text: string): number {
  if (/^\d{4}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('年度写作四位数字，例如 2018。');
}
