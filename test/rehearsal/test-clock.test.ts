/** The followed clock never lags behind the server's, before, during and after a skip. */
import { expect, test } from 'vitest';
import { createTestClock } from '../../rehearsal/world/test-clock.ts';

/** A server whose clock moves only by skips, and that counts how often it was asked. */
function server(answersAfterMs = 0) {
  let time = 1_000_000;
  let questions = 0;
  return {
    questions: () => questions,
    now: () => time,
    async currentTimeMs() {
      questions += 1;
      const now = time;
      await new Promise((resolve) => setTimeout(resolve, answersAfterMs));
      return now;
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
      // What an activity reads that started while the clock skipped.
      during.push(await clock.nowMs());
    },
  });
  expect(await clock.nowMs()).toBe(1_000_000);
  await clock.sleepUntil(87_400_000);
  expect(during).toEqual([87_400_000]);
  const asked = outside.questions();
  const after = await clock.nowMs();
  expect(after).toBeGreaterThanOrEqual(outside.now());
  expect(outside.questions()).toBe(asked);
});

test('a skip reaches its end also after slow answers', async () => {
  const outside = server(20);
  const clock = createTestClock(outside);
  await clock.sleepUntil(1_001_000);
  expect(await clock.nowMs()).toBeGreaterThan(1_001_000);
  await clock.sleepUntil(1_009_000);
  expect(outside.now()).toBe(1_009_000);
});
