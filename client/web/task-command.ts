/** The command line that settles a task, ready to copy; what the person fills in is written as a word to replace. */
import { partsOf } from '../../domain/obligation.ts';
import type { Task } from '../../store/tasks.ts';
import { shortNumber } from '../short-number.ts';

export function taskCommands({ kind, obligation, delivery }: Task): string[] {
  if (kind === 'release') return delivery === null ? [] : decisionsOn(delivery);
  if (obligation === null) return [];
  const { period, unit } = partsOf(obligation);
  return [`${CUIBAO} call ${period} ${unit} --who '姓名' --answer '答复'`];
}

const decisionsOn = (delivery: string): string[] => [
  `${CUIBAO} release ${shortNumber(delivery)}`,
  `${CUIBAO} dismiss ${shortNumber(delivery)} --reason '原因'`,
];

const CUIBAO = 'npm run -s cuibao --';
