/** How a plan reminds, escalates and compiles: the `policy` part of `plan.yaml`, whose comments explain the values. */

import type { SendHours } from '../time/send-window.ts';
import type { TimeOfDay } from '../time/time.ts';
import type { StepKind } from './message-kinds.ts';

/** The recipient of a step by role; resolved to a contact when sending. `office` is the city government's office. */
export type Slot = 'liaison' | 'deputy' | 'leader' | 'officer' | 'office';
/**
 * `letter` and `slip` are documents, prepared and held; `task` is something for an officer to do; `robot` posts in the
 * bureau's work group.
 */
export type Channel = 'email' | 'sms' | 'letter' | 'slip' | 'task' | 'robot';

export type Addressing = {
  readonly slot: Slot;
  readonly channels: readonly Channel[];
  readonly release: 'automatic' | 'held';
  /** Only when no earlier message reached the liaison, or none was confirmed (签收). */
  readonly onlyIf?: 'unreached';
};

export type StepPolicy = {
  readonly kind: StepKind;
  /** Days from the due date: negative before, 0 on it, positive after. */
  readonly days: number;
  readonly count: 'workdays' | 'calendar-days';
  readonly at: TimeOfDay;
  /** Repeats every so many days after `days`, planned three ahead, until the round is over. */
  readonly repeatEvery?: number;
  readonly to: readonly Addressing[];
};

export type UnitClass =
  | 'municipal'
  | 'town'
  | 'central'
  | 'party'
  | 'people-organisation'
  | 'court'
  | 'association';

type ClassPolicy = {
  /** The highest step for this class; the steps above become one task for an officer. */
  readonly highest: StepKind;
  /** `order` 请, `request` 商请. */
  readonly wording: 'order' | 'request';
};

/** Minutes to wait before the next level of the fallback; the moment is then moved into the send window. */
export type FallbackPolicy = {
  /** Before the same person's other channel. */
  readonly channelMinutes: number;
  /** Before the deputy. */
  readonly deputyMinutes: number;
  /** Before an officer's task. */
  readonly officerMinutes: number;
};

export type Policy = {
  /** The send window of a working day. */
  readonly window: SendHours;
  readonly steps: readonly StepPolicy[];
  readonly classes: Readonly<Record<UnitClass, ClassPolicy>>;
  /** Absent: each level at once. */
  readonly fallback?: FallbackPolicy;
  /** Messages to one address within an hour, at most; guards against our own mistakes. Absent: 20. */
  readonly perAddressHour?: number;
  /** The question before a round whether a unit's contacts are still right. Absent: not asked. */
  readonly contactCheck?: {
    /** Working days before the due date, negative as for steps. */
    readonly days: number;
    readonly at: TimeOfDay;
  };
  /** When the bureau gets the list of units to call on the due day. */
  readonly callListAt: TimeOfDay;
  /** When officers get the morning digest. Absent: never. */
  readonly digestAt?: TimeOfDay;
  /** The text for the bureau's work group. `robot`: the group's robot posts it on the due day and on each day of 催报. */
  readonly groupText?: { readonly robot: boolean };
  readonly compile: {
    /** Working days after the due date. */
    readonly afterWorkdays: number;
    readonly draftAfterWorkdays: number;
    readonly at: TimeOfDay;
    /** Compile at the latest on the last working day before the Spring Festival holiday. */
    readonly beforeSpringFestival: boolean;
  };
};
