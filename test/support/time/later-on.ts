/** Runs something with the host clock years ahead, for results that must not depend on it. */
import { vi } from 'vitest';

export async function laterOn<Result>(what: () => Promise<Result>): Promise<Result> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2031-05-05T05:05:06Z') });
  try {
    return await what();
  } finally {
    vi.useRealTimers();
  }
}
