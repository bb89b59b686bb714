/** Units that no message can reach: neither liaison nor deputy, nor who stands in, has a working address. */

import { owed } from '../plan/owed.ts';
import type { Plan } from '../plan/plan.ts';
import type { Period } from '../time/period.ts';
import type { Day } from '../time/time.ts';
import { addressIn, type Roster, reachedOn } from './recipient.ts';

/** Names of the unreachable units that owe a report in these periods. */
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

/** Mailboxes and mobiles whose newest message bounced. */
type DeadAddresses = ReadonlySet<string>;

export type Reachability = { readonly roster: Roster; readonly dead: DeadAddresses };

export const isUnreachable = ({ roster, dead }: Reachability, unit: string, day: Day): boolean =>
  (['liaison', 'deputy'] as const).every((role) => {
    const reached = reachedOn(roster, unit, role, day);
    return (['email', 'sms'] as const).every((channel) => {
      const address = reached && addressIn(reached, channel);
      return !address || dead.has(address);
    });
  });
