import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createWatch } from '../../rehearsal/world/watch.ts';

const LONG = 600_000;

/** Two activities that run until they are let go. */
function twoActivities() {
  const watch = createWatch();
  const ends: (() => void)[] = [];
  const activity = () => new Promise<void>((resolve) => ends.push(resolve));
  const { one, other } = watch.watched({ one: activity, other: activity });
  return { watch, one, other, end: () => ends.shift()?.() };
}

it('waits until the last running activity has ended', async () => {
  const { watch, one, other, end } = twoActivities();
  const running = Promise.all([one(), other()]);
  let rested = false;
  const rest = watch.rest(watch.quiets(), LONG).then(() => {
    rested = true;
  });
  end();
  await sleep(5);
  expect(rested).toBe(false);
  end();
  await Promise.all([rest, running]);
});

it('does not wait when activities have ended since the count was read', async () => {
  const { watch, one, end } = twoActivities();
  const before = watch.quiets();
  const running = one();
  end();
  await running;
  await watch.rest(before, LONG);
});

it('a failed activity counts as ended', async () => {
  const watch = createWatch();
  const { fails } = watch.watched({ fails: () => Promise.reject(new Error('no')) });
  await expect(fails()).rejects.toThrow('no');
  expect(watch.quiets()).toBe(1);
});

it('waits no longer than the limit', async () => {
  const watch = createWatch();
  await watch.rest(watch.quiets(), 1);
});
