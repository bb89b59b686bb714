import {
  isExtended,
  isLate,
  isOutstanding,
  isOverdue,
  type Obligation,
} from '../obligation/obligation.ts';
import type { Instant } from '../time/time.ts';

/** 应报 `owed` = 已报 `reported` + 免报 `waived` + 未报 `missing`. `missing` includes `returned`; `late` is a part of `reported`. */
export type Counts = {
  readonly owed: number;
  readonly reported: number;
  readonly waived: number;
  readonly missing: number;
  readonly late: number;
  readonly returned: number;
  readonly accepted: number;
  readonly extended: number;
  readonly overdue: number;
  readonly unconfirmed: number;
};

type Counted = Pick<
  Obligation,
  'state' | 'due' | 'firstReceivedAt' | 'firstDueAt' | 'dueBeforeExtension' | 'confirmedAt' | 'own'
>;

export function countsOf(obligations: readonly Counted[], asOf: Instant): Counts {
  const number = (test: (o: Counted) => boolean) => obligations.filter(test).length;
  return {
    owed: obligations.length,
    reported: number((o) => o.state === 'submitted' || o.state === 'accepted'),
    waived: number((o) => o.state === 'waived'),
    missing: number((o) => isOutstanding(o.state)),
    late: number((o) => (o.state === 'submitted' || o.state === 'accepted') && isLate(o)),
    returned: number((o) => o.state === 'returned'),
    accepted: number((o) => o.state === 'accepted'),
    extended: number(isExtended),
    overdue: number((o) => isOverdue(o, asOf)),
    unconfirmed: number((o) => o.confirmedAt === null && isOutstanding(o.state) && !o.own),
  };
}
