/** Pseudo-random numbers: the same seed makes the same round. */
export type Random = {
  /** At least `from`, less than `to`. */
  between(from: number, to: number): number;
  /** True with this probability, 0 to 1. */
  chance(of: number): boolean;
  /** That many different ones, in random order. */
  some<T>(all: readonly T[], number: number): T[];
};

/** Marsaglia's xorshift with 32 bits: enough to choose moments. */
export function randomOf(seed: number): Random {
  let state = (seed * 0x9e3779b1) >>> 0 || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  // Small seeds begin with small numbers.
  for (let i = 0; i < 20; i += 1) next();
  return {
    between: (from, to) => from + next() * (to - from),
    chance: (of) => next() < of,
    some(all, number) {
      const shuffled = all.map((one) => ({ one, order: next() }));
      return shuffled
        .toSorted((a, b) => a.order - b.order)
        .slice(0, number)
        .map(({ one }) => one);
    },
  };
}
