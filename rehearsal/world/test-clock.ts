/** Follows the test server's clock, because every activity reads the time and each question to the server is a call. */
type Server = { currentTimeMs(): Promise<number>; sleep(ms: number): Promise<void> };

export type TestClock = {
  nowMs(): Promise<number>;
  /** Skips to that server time. Nothing else may let its clock skip meanwhile. */
  sleepUntil(serverMs: number): Promise<void>;
};

/**
 * Between two skips the server's clock runs beside the host's: the last answer plus the time since. During a skip each
 * question goes to the server.
 */
export function createTestClock(server: Server): TestClock {
  let known: { readonly server: number; readonly host: number } | null = null;
  const ask = async () => {
    // Read before the question, so that the followed clock is a little ahead rather than behind: behind, what has just
    // fallen due would be turned away as too early.
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
      // From the server's own answer: the followed clock is a little ahead, so the skip would stop short, and what is
      // due at that moment would not be due yet.
      const left = serverMs - (await server.currentTimeMs());
      if (left > 0) await server.sleep(left);
      known = await ask();
    },
  };
}
