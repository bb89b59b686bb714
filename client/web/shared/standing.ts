/** The standing of an obligation as one word and one sign. Colour only repeats them. */

import { type DeliveryState, hasNotArrived } from '../../../domain/delivery/delivery.ts';
import {
  isExtended,
  isOutstanding,
  isOverdue,
  type Obligation,
  type ObligationState,
} from '../../../domain/obligation/obligation.ts';
import type { Instant } from '../../../domain/time/time.ts';

/**
 * `bad` needs action today, `wait` is agreed and watched, `idle` has time, `good` has come, `done` is accepted, `off`
 * is not needed.
 */
type Tone = 'bad' | 'wait' | 'idle' | 'good' | 'done' | 'off';
type Light = { readonly standing: Standing; readonly tone: Tone; readonly sign: string };

export function lightOf(
  o: Pick<Obligation, 'state' | 'due' | 'dueBeforeExtension'>,
  at: Instant,
): Light {
  const standing = standingOf(o, at);
  return { standing, ...LIGHTS[standing] };
}

function standingOf(o: Parameters<typeof lightOf>[0], at: Instant): Standing {
  const overdue = isOverdue(o, at);
  if (o.state === 'returned') return overdue ? 'return-overdue' : 'returned';
  if (o.state !== 'open') return o.state;
  if (overdue) return 'overdue';
  return isExtended(o) ? 'extended' : 'open';
}

export const LIGHTS: Readonly<Record<Standing, Omit<Light, 'standing'>>> = {
  overdue: { tone: 'bad', sign: '▲' },
  'return-overdue': { tone: 'bad', sign: '▲' },
  returned: { tone: 'wait', sign: '◆' },
  extended: { tone: 'wait', sign: '◇' },
  open: { tone: 'idle', sign: '○' },
  submitted: { tone: 'good', sign: '●' },
  accepted: { tone: 'done', sign: '✓' },
  waived: { tone: 'off', sign: '—' },
};

type Section = 'missing' | 'reported' | 'waived';
export const SECTIONS: readonly Section[] = ['missing', 'reported', 'waived'];

export const sectionOf = (state: ObligationState): Section => {
  if (isOutstanding(state)) return 'missing';
  return state === 'waived' ? 'waived' : 'reported';
};

export type Group = 'town' | 'department' | 'other';
export const GROUPS: readonly Group[] = ['town', 'department', 'other'];

/** 镇区 / 市直 / 中央驻市及其他. The last holds courts, associations and bodies under central authorities. */
export function groupOf({
  unitKind,
  unitClass,
}: Pick<Obligation, 'unitKind' | 'unitClass'>): Group {
  if (unitKind === 'town') return 'town';
  return unitClass === 'municipal' || unitClass === 'party' || unitClass === 'people-organisation'
    ? 'department'
    : 'other';
}

export type Standing =
  | 'open'
  | 'overdue'
  | 'extended'
  | 'returned'
  | 'return-overdue'
  | 'submitted'
  | 'accepted'
  | 'waived';

/** ✓ handed over, ✓✓ delivered, ✗ failed, … under way. The word always stands beside it. */
export const signOf = (state: DeliveryState): string => {
  if (state === 'delivered') return '✓✓';
  if (state === 'sent') return '✓';
  return hasNotArrived(state) ? '✗' : '…';
};
