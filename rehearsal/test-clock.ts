/** The test server's clock, asked once and then followed: every activity reads the time, and each question is a call. */
type Server = { currentTimeMs(): Promise<number>; sleep(ms: number): Promise<void> };

export type TestClock = {
  nowMs(): Promise<number>;
  /** Skips so much time. Nobody else may let the server's clock skip meanwhile. */
  sleep(ms: number): Promise<void>;
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
    async sleep(ms) {
      known = null;
      await server.sleep(ms);
      known = await ask();
    },
  };
}
