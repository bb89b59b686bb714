/** How a plan reminds, escalates and compiles; read from the `policy` part of `plan.yaml`. Its values: the comments of plan.yaml. */

import type { SendHours } from '../time/send-window.ts';
import type { TimeOfDay } from '../time/time.ts';
import type { StepKind } from './message-kinds.ts';

/** Whom a step is for; resolved to a contact of the unit only when sending. `office` is the city government's office. */
export type Slot = 'liaison' | 'deputy' | 'leader' | 'officer' | 'office';
/**
 * `letter` and `slip` are documents that are prepared and held; `task` is something for an officer to do; `robot` speaks
 * in the bureau's work group, to nobody in particular.
 */
export type Channel = 'email' | 'sms' | 'letter' | 'slip' | 'task' | 'robot';

export type Addressing = {
  readonly slot: Slot;
  readonly channels: readonly Channel[];
  readonly release: 'automatic' | 'held';
  /** Only when the liaison was not reached by, or never confirmed (签收), what came before. */
  readonly onlyIf?: 'unreached';
};

export type StepPolicy = {
  readonly kind: StepKind;
  /** Days from the due date: negative before, 0 on it, positive after. */
  readonly days: number;
  readonly count: 'workdays' | 'calendar-days';
  readonly at: TimeOfDay;
  /** Repeat every so many days after `days`, planned three ahead until the round is over. */
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
  /** The highest step this class may get; what lies above becomes one task for an officer. */
  readonly highest: StepKind;
  /** `order` 请, `request` 商请. */
  readonly wording: 'order' | 'request';
};

/** How long each level is given before the next one is tried, in minutes of the clock, moved into the send window. */
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
  /** Left out: each level at once. */
  readonly fallback?: FallbackPolicy;
  /** A guard against our own mistakes: so many messages at most to one address within an hour. Left out: 20. */
  readonly perAddressHour?: number;
  /** Before the round opens liaisons are asked whether they are still the ones; nobody is when left out. */
  readonly contactCheck?: {
    /** Working days before the due date, negative as for steps. */
    readonly days: number;
    readonly at: TimeOfDay;
  };
  /** The list of units still to be called, to the bureau on the due day. */
  readonly callListAt: TimeOfDay;
  /** Where the round stands, to the bureau's officers each working morning; absent: never. */
  readonly digestAt?: TimeOfDay;
  /** The text for the bureau's work group; `robot`: said by the group's robot on the due day and on each day of 催报. */
  readonly groupText?: { readonly robot: boolean };
  readonly compile: {
    /** Working days after the due date; at the latest the last working day before the Spring Festival holiday. */
    readonly afterWorkdays: number;
    readonly draftAfterWorkdays: number;
    readonly at: TimeOfDay;
    readonly beforeSpringFestival: boolean;
  };
};
