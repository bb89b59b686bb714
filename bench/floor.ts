/**
 * The fewest history events that an obligation can have, counted from the job it did: one start, one wait for each step
 * and each piece of news, one activity for each delivery, one task wherever the workflow has to decide.
 */

/** Scheduled, started, completed. */
const ACTIVITY = 3;
const TASK = 3;
/** Started, and fired or cancelled. */
const WAIT = 2;
const START = 1;
const SIGNAL = 1;
const END = 1;

export type Job = {
  /** Deliveries of the step that is due when the workflow starts (the notice): it waits for nothing. */
  readonly opening: number;
  /** Deliveries of each step that a timer woke. */
  readonly steps: readonly number[];
  /** One entry for each change it was told of (a report): the deliveries that answer it (a receipt). */
  readonly news: readonly number[];
  /** Whether it was told that the round is over, and ended. */
  readonly ended: boolean;
};

export type Parts = {
  readonly start: number;
  readonly waits: number;
  readonly signals: number;
  readonly activities: number;
  readonly tasks: number;
};

export function floorOf({ opening, steps, news, ended }: Job): Parts {
  const endings = ended ? 1 : 0;
  const told = news.length + endings;
  const atOnce = [opening, ...news].filter((deliveries) => deliveries > 0).length;
  const deliveries = [opening, ...steps, ...news].reduce((sum, count) => sum + count, 0);
  // The first; two for each step (timer fired, deliveries done); one for each piece of news, and one after its answer.
  const tasks = 1 + 2 * steps.length + told + atOnce;
  return {
    start: START + endings * END,
    waits: WAIT * (steps.length + told),
    signals: SIGNAL * told,
    activities: ACTIVITY * deliveries,
    tasks: TASK * tasks,
  };
}

export const sum = (parts: Parts): number =>
  parts.start + parts.waits + parts.signals + parts.activities + parts.tasks;
