/** The band under a unit's row: its state over time. */
import { isLate, isOutstanding, type Obligation } from '../../domain/obligation/obligation.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Act, PageUnit } from './read.ts';

export const STANDINGS = [
  'open',
  'extended',
  'overdue',
  'returned',
  'submitted',
  'late',
  'accepted',
  'waived',
] as const;
export type Standing = (typeof STANDINGS)[number];
export type Stretch = {
  readonly from: Instant;
  readonly to: Instant;
  readonly standing: Standing;
};

type Stand = Pick<Obligation, 'state'> & { readonly extended: boolean; readonly dueAt: Instant };

/** Stretches from `from` to `to` without gaps; an outstanding report becomes overdue at the due instant valid then. */
export function bandOf(unit: PageUnit, from: Instant, to: Instant): Stretch[] {
  const { obligation, acts } = unit;
  const late = isLate(obligation);
  const stretches: Stretch[] = [];
  let stand: Stand = { state: 'open', extended: false, dueAt: obligation.originalDue.at };
  let since = from;
  for (const act of acts) {
    const until = Math.min(act.at, to) as Instant;
    stretches.push(...stretchesOf(stand, since, until, late));
    stand = after(stand, act);
    since = until;
  }
  stretches.push(...stretchesOf(stand, since, to, late));
  return joined(stretches.filter((stretch) => stretch.from < stretch.to));
}

/** The state at the end. */
export function standingNow({ obligation }: PageUnit, asOf: Instant): Standing {
  const { state, due, dueBeforeExtension } = obligation;
  if (isOutstanding(state) && asOf > due.at) return 'overdue';
  const extended = dueBeforeExtension !== null;
  return standingOf({ state, extended, dueAt: due.at }, isLate(obligation));
}

const after = (stand: Stand, act: Act): Stand => ({
  state: act.state ?? stand.state,
  extended: act.kind === 'extend' || (stand.extended && act.kind !== 'withdraw-extension'),
  dueAt: act.dueAt ?? stand.dueAt,
});

function stretchesOf(stand: Stand, from: Instant, to: Instant, late: boolean): Stretch[] {
  const standing = standingOf(stand, late);
  if (!isOutstanding(stand.state)) return [{ from, to, standing }];
  const due = Math.min(Math.max(stand.dueAt, from), to) as Instant;
  return [
    { from, to: due, standing },
    { from: due, to, standing: 'overdue' },
  ];
}

function standingOf({ state, extended }: Stand, late: boolean): Standing {
  if (state === 'open') return extended ? 'extended' : 'open';
  if (state === 'submitted') return late ? 'late' : 'submitted';
  return state;
}

function joined(stretches: readonly Stretch[]): Stretch[] {
  const out: Stretch[] = [];
  for (const stretch of stretches) {
    const last = out.at(-1);
    if (last?.standing === stretch.standing) out[out.length - 1] = { ...last, to: stretch.to };
    else out.push(stretch);
  }
  return out;
}
