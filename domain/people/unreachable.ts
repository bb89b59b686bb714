/** Before a year starts: who could not be told of it. */
import { owed } from '../plan/owed.ts';
import type { Plan } from '../plan/plan.ts';
import type { Period } from '../time/period.ts';
import type { Day } from '../time/time.ts';
import { isUnreachable, type Reachability } from '../unreachable.ts';

/** Names of the units that owe a report in these periods and that nothing can reach. */
export const unreachableIn = (
  plan: Plan,
  periods: readonly Period[],
  reachability: Reachability,
  today: Day,
): string[] => [
  ...new Set(
    periods.flatMap((period) =>
      owed(plan, period)
        .filter(({ unit }) => unit.code !== plan.bureau.unit)
        .filter(({ unit }) => isUnreachable(reachability, unit.code, today))
        .map(({ unit }) => unit.name),
    ),
  ),
];

export const unreachableSentence = (names: readonly string[]): string =>
  `${names.length}个单位什么都送不到（联络员和备用联络员都没有邮箱和手机，或都被退回）：${names.join('、')}。`;
