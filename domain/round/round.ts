/** A round: one plan in one period, with its dates and phase, and what the bureau may do with it as a whole. */

import type { Due } from '../time/due.ts';
import type { Day, Instant } from '../time/time.ts';

export type RoundPhase = 'planned' | 'open' | 'signed-off' | 'cancelled';

export type RoundDates = {
  readonly due: Due;
  /** When units are asked whether their contacts are still right; null when the plan does not ask. */
  readonly contactCheckAt: Instant | null;
  /** When the notice goes out and the obligations begin. */
  readonly opensAt: Instant;
  /** When the bureau gets the list of units to call. */
  readonly callListAt: Instant;
  /** A first draft for the bureau; null when the compile date comes first. */
  readonly draftAt: Instant | null;
  readonly compileOn: Day;
  readonly compileAt: Instant;
};

export type Round = RoundDates & {
  readonly id: string;
  readonly year: string;
  readonly plan: string;
  readonly period: string;
  readonly phase: RoundPhase;
  readonly calendar: string;
  /** Sending of this round is paused. */
  readonly paused: boolean;
  /** All sending of the plan is paused. */
  readonly planPaused: boolean;
  readonly rev: number;
  readonly reportSeq: number;
  readonly outstanding: number;
  readonly compileWanted: boolean;
  readonly contactCheckDoneAt: Instant | null;
  readonly callListDoneAt: Instant | null;
  /** When the workflows of its obligations were last checked to be running. */
  readonly mendedAt: Instant | null;
  readonly openedAt: Instant | null;
  readonly signedOffVersion: number | null;
  readonly signedOffAt: Instant | null;
};

export type NewestCompilation = {
  readonly version: number;
  readonly reportSeq: number;
  readonly draft: boolean;
  readonly madeAt: Instant;
};

/** Something that the report shows has changed since that version was made. */
export const isStale = (
  round: Pick<Round, 'reportSeq'>,
  newest: Pick<NewestCompilation, 'reportSeq'>,
): boolean => newest.reportSeq !== round.reportSeq;

/** Nothing is planned or sent for this round any more. */
export const isOver = ({ phase }: Pick<Round, 'phase'>): boolean =>
  phase === 'signed-off' || phase === 'cancelled';

/** Sending is paused, of this round or of the whole plan. */
export const isHalted = (round: Pick<Round, 'paused' | 'planPaused'>): boolean =>
  round.paused || round.planPaused;

export type RoundAct =
  | { readonly kind: 'open' }
  | { readonly kind: 'cancel'; readonly reason: string }
  | { readonly kind: 'move-date'; readonly to: Day; readonly reason: string }
  | { readonly kind: 'compile' }
  | { readonly kind: 'sign-off'; readonly version: number }
  | { readonly kind: 'reopen'; readonly reason: string }
  | { readonly kind: 'pause'; readonly reason: string }
  | { readonly kind: 'resume' };

export type YearAct =
  /** `withUnreachable`: start although some units cannot be reached by any address. */
  | { readonly kind: 'start-year'; readonly withUnreachable?: boolean }
  | { readonly kind: 'cancel-year'; readonly reason: string };
