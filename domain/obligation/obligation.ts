/** One unit's duty to report in one round. */
import type { UnitKind } from '../plan/plan.ts';
import type { UnitClass } from '../plan/policy.ts';
import type { Due } from '../time/due.ts';
import type { Day, Instant } from '../time/time.ts';

export type ObligationState = 'open' | 'submitted' | 'returned' | 'accepted' | 'waived';

/** Why the present cycle began; only a new due date begins another. */
export type CycleKind = 'first' | 'extended' | 'returned';

export type Obligation = {
  readonly id: string;
  readonly round: string;
  readonly unit: string;
  readonly unitName: string;
  readonly unitKind: UnitKind;
  readonly unitClass: UnitClass;
  /** The bureau's own report: counted, never chased. */
  readonly own: boolean;
  readonly items: readonly number[];
  readonly optionalItems: readonly number[];
  readonly state: ObligationState;
  /** Rises with every change; sent with the signal `changed`. */
  readonly rev: number;
  readonly cycle: number;
  readonly cycleKind: CycleKind;
  readonly cycleFrom: Instant | null;
  readonly due: Due;
  readonly originalDue: Due;
  /** The date that an extension replaced; withdrawing the extension restores it. */
  readonly dueBeforeExtension: Due | null;
  /** The first arrival that was not withdrawn, its version, and the due instant at that time. */
  readonly firstReceivedAt: Instant | null;
  readonly firstVersion: number | null;
  readonly firstDueAt: Instant | null;
  /** The newest arrival. */
  readonly receivedAt: Instant | null;
  /** The newest version; 0 when nothing was handed in. */
  readonly version: number;
  /** A resubmission came after the date that the return had set. */
  readonly returnLate: boolean;
  readonly confirmedAt: Instant | null;
  readonly promisedOn: Day | null;
  readonly waivedReason: string | null;
};

/** Neither reported nor waived: the unit is reminded, and the round waits. */
export const isOutstanding = (state: ObligationState): boolean =>
  state === 'open' || state === 'returned';

export const isOverdue = (o: Pick<Obligation, 'state' | 'due'>, at: Instant): boolean =>
  isOutstanding(o.state) && at > o.due.at;

/** The first arrival came after the due instant at that time. A return does not change this (docs/rules.md, rule 3). */
export const isLate = (o: Pick<Obligation, 'firstReceivedAt' | 'firstDueAt'>): boolean =>
  o.firstReceivedAt !== null && o.firstDueAt !== null && o.firstReceivedAt > o.firstDueAt;

/** The same by the round's date, ignoring extensions. */
export const isLateByOriginal = (o: Pick<Obligation, 'firstReceivedAt' | 'originalDue'>): boolean =>
  o.firstReceivedAt !== null && o.firstReceivedAt > o.originalDue.at;

export const isExtended = (o: Pick<Obligation, 'dueBeforeExtension'>): boolean =>
  o.dueBeforeExtension !== null;

export const roundId = (plan: string, period: string): string => `${plan}/${period}`;
export const yearId = (plan: string, year: number): string => `${plan}/${year}`;
export const obligationId = (round: string, unit: string): string => `${round}/${unit}`;
export const roundOf = (obligation: string): string => {
  const { plan, period } = partsOf(obligation);
  return roundId(plan, period);
};
/** Plan, period and unit of an obligation's id. */
export function partsOf(obligation: string): { plan: string; period: string; unit: string } {
  const [plan = '', period = '', unit = ''] = obligation.split('/');
  return { plan, period, unit };
}

/** Whether a workflow's id is that of an obligation, plan/period/unit. */
export const isObligation = (workflowId: string): boolean => partsOf(workflowId).unit !== '';
