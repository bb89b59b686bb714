/** The followed clock never lags behind the server's, before, during and after a skip. */
import { expect, test } from 'vitest';
import { createTestClock } from '../../rehearsal/test-clock.ts';

/** A server whose clock stands still but for its skips, and that counts how often it was asked. */
function server() {
  let time = 1_000_000;
  let questions = 0;
  return {
    questions: () => questions,
    now: () => time,
    async currentTimeMs() {
      questions += 1;
      return time;
    },
    async sleep(ms: number) {
      time += ms;
    },
  };
}

test('before the first skip and during one the server is asked, afterwards once', async () => {
  const outside = server();
  const during: number[] = [];
  const clock = createTestClock({
    currentTimeMs: () => outside.currentTimeMs(),
    async sleep(ms) {
      await outside.sleep(ms);
      // What an activity reads that began while the clock skipped.
      during.push(await clock.nowMs());
    },
  });
  expect(await clock.nowMs()).toBe(1_000_000);
  await clock.sleep(86_400_000);
  expect(during).toEqual([87_400_000]);
  const asked = outside.questions();
  const after = await clock.nowMs();
  expect(after).toBeGreaterThanOrEqual(outside.now());
  expect(outside.questions()).toBe(asked);
});
