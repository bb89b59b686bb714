/** What came of a moment is that the same is due again: clocks apart, or a fault. Never spin: 2 s, 4 s … a minute. */
export const pauseOf = (standstill: number): number => Math.min(60_000, 1_000 * 2 ** standstill);
