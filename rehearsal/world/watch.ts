/** Wraps activities to tell when one has ended and no other is running: then the record is worth another look. */
type Activity = (...args: never[]) => Promise<unknown>;

export type Watch = {
  watched<T extends Readonly<Record<string, Activity>>>(activities: T): T;
  /** How often no activity was running any more. */
  quiets(): number;
  /** Waits until `quiets()` exceeds `quiets`, at most `ms`. */
  rest(quiets: number, ms: number): Promise<void>;
};

export function createWatch(): Watch {
  let running = 0;
  let quiets = 0;
  let wake = (): void => {};
  const watch =
    (activity: Activity): Activity =>
    async (...args) => {
      running += 1;
      try {
        return await activity(...args);
      } finally {
        running -= 1;
        if (running === 0) {
          quiets += 1;
          wake();
        }
      }
    };
  return {
    watched: (activities) =>
      Object.fromEntries(
        Object.entries(activities).map(([name, activity]) => [name, watch(activity)]),
      ) as typeof activities,
    quiets: () => quiets,
    async rest(before, ms) {
      if (quiets > before) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    },
  };
}
