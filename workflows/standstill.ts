/** The same is due again after it was done: clocks apart, or a fault. Pauses instead of spinning: 2 s, 4 s … a minute. */
export const pauseOf = (standstill: number): number =>
  Math.min(LONGEST_PAUSE_MS, SHORTEST_PAUSE_MS * 2 ** (standstill - 1));

const SHORTEST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 60_000;
