/** The test server's clock, asked once and then followed: every activity reads the time, and each question is a call. */
type Server = { currentTimeMs(): Promise<number>; sleep(ms: number): Promise<void> };

export type TestClock = {
  nowMs(): Promise<number>;
  /** Skips to that time of the server. Nobody else may let its clock skip meanwhile. */
  sleepUntil(serverMs: number): Promise<void>;
};

/**
 * Between two skips the server's clock runs beside the host's, so the last answer and the time since are enough. While
 * it skips, each question goes to the server.
 */
export function createTestClock(server: Server): TestClock {
  let known: { readonly server: number; readonly host: number } | null = null;
  const ask = async () => {
    // Marked before the question: rather a little ahead of the server than behind it, or what has just fallen due
    // would be sent away as too early.
    const host = performance.now();
    return { server: await server.currentTimeMs(), host };
  };
  return {
    async nowMs() {
      if (known === null) return server.currentTimeMs();
      return Math.round(known.server + performance.now() - known.host);
    },
    async sleepUntil(serverMs) {
      known = null;
      // Reckoned from the server's own answer: from the followed clock, which is a little ahead, it would stop short,
      // and what falls due at that very moment would not be due yet.
      const left = serverMs - (await server.currentTimeMs());
      if (left > 0) await server.sleep(left);
      known = await ask();
    },
  };
}
