/** A measured figure: the value of each run, median and spread, and the goal. */
type Goal = { readonly atLeast: number } | { readonly atMost: number };

export type Figure = {
  readonly what: string;
  readonly unit: 's' | 'ratio' | 'events' | 'bytes' | 'messages/s';
  /** Units of the round, where that matters. */
  readonly size: number | null;
  readonly runs: readonly number[];
  readonly goal: Goal | null;
};

export type Measured = {
  readonly figures: readonly Figure[];
  /** Details behind the figures, as lines for a person. */
  readonly notes: readonly string[];
};

export type Spread = { readonly median: number; readonly min: number; readonly max: number };

/** @throws Error for no runs at all */
export function spreadOf(runs: readonly number[]): Spread {
  const sorted = runs.toSorted((a, b) => a - b);
  const [min] = sorted;
  const max = sorted.at(-1);
  if (min === undefined || max === undefined) throw new Error('a figure without a run');
  const below = sorted[Math.floor((sorted.length - 1) / 2)] ?? min;
  const above = sorted[Math.ceil((sorted.length - 1) / 2)] ?? max;
  return { median: (below + above) / 2, min, max };
}

/** Null without a goal. */
export function isMet({ goal, runs }: Figure): boolean | null {
  if (goal === null) return null;
  const { median } = spreadOf(runs);
  return 'atLeast' in goal ? median >= goal.atLeast : median <= goal.atMost;
}
