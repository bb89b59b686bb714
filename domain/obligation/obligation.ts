/** One unit's duty to report in one round: its state, its dates and the questions that can be asked of them. */
import type { UnitKind } from '../plan/plan.ts';
import type { UnitClass } from '../plan/policy.ts';
import type { Due } from '../time/due.ts';
import type { Day, Instant } from '../time/time.ts';

export type ObligationState = 'open' | 'submitted' | 'returned' | 'accepted' | 'waived';

/** What the present count of steps is about; a new cycle begins only with a new due date. */
export type CycleKind = 'first' | 'extended' | 'returned';

export type Obligation = {
  readonly id: string;
  readonly round: string;
  readonly unit: string;
  readonly unitName: string;
  readonly unitKind: UnitKind;
  readonly unitClass: UnitClass;
  /** The bureau's own part: counted, never chased. */
  readonly own: boolean;
  readonly items: readonly number[];
  readonly optionalItems: readonly number[];
  readonly state: ObligationState;
  /** Rises with every change; what the signal `changed` carries. */
  readonly rev: number;
  readonly cycle: number;
  readonly cycleKind: CycleKind;
  readonly cycleFrom: Instant | null;
  readonly due: Due;
  readonly originalDue: Due;
  /** The date an extension replaced; restored when the extension is withdrawn. */
  readonly dueBeforeExtension: Due | null;
  /** The first arrival that was not withdrawn, its version, and the due instant valid then. */
  readonly firstReceivedAt: Instant | null;
  readonly firstVersion: number | null;
  readonly firstDueAt: Instant | null;
  /** The newest arrival. */
  readonly receivedAt: Instant | null;
  /** The newest version handed in, 0 when none. */
  readonly version: number;
  /** A resubmission after a return came after the date the return set. */
  readonly returnLate: boolean;
  readonly confirmedAt: Instant | null;
  readonly promisedOn: Day | null;
  readonly waivedReason: string | null;
};

/** Neither reported nor waived: it is reminded, and the round waits for it. */
export const isOutstanding = (state: ObligationState): boolean =>
  state === 'open' || state === 'returned';

export const isOverdue = (o: Pick<Obligation, 'state' | 'due'>, at: Instant): boolean =>
  isOutstanding(o.state) && at > o.due.at;

/** The first arrival came after the due instant valid then. Rule 3: a return never changes this. */
export const isLate = (o: Pick<Obligation, 'firstReceivedAt' | 'firstDueAt'>): boolean =>
  o.firstReceivedAt !== null && o.firstDueAt !== null && o.firstReceivedAt > o.firstDueAt;

/** The same by the date of the round, extensions left out of account. */
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

/** Of the ids that workflows have, those of obligations: plan/period/unit. */
export const isObligation = (workflowId: string): boolean => partsOf(workflowId).unit !== '';
