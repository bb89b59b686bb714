/** Activities that tell when one of them has ended and no other is under way: then the record is worth another look. */
type Activity = (...args: never[]) => Promise<unknown>;

export type Watch = {
  watched<T extends Readonly<Record<string, Activity>>>(activities: T): T;
  /** How often it has become quiet so far. */
  quiets(): number;
  /** Until it has become quiet once more than `quiets`, or so long. */
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
