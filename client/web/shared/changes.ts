/**
 * Notifies open pages of changes to the record, over one database connection for all of them. Every audit entry notifies;
 * what workers do does not, so pages also look once a minute (script/live.js).
 */
import { listenTo } from '../../../store/db/pool.ts';
import { RECORD_CHANNEL } from '../../../store/read/trail.ts';

export type Changes = {
  /** @returns a function that unsubscribes */
  subscribe(subject: string, tell: () => void): () => void;
  /** Present subscribers. */
  readonly size: () => number;
  stop(): Promise<void>;
};

export function openChanges(databaseUrl: string): Changes {
  const subscribers = new Set<{ readonly subject: string; readonly tell: () => void }>();
  const listener = listenTo(databaseUrl, RECORD_CHANNEL, (recorded) => {
    for (const { subject, tell } of subscribers) {
      // An empty subject: the connection was lost and made again, so changes may have been missed.
      if (recorded === '' || recorded === subject) tell();
    }
  });
  return {
    subscribe(subject, tell) {
      const subscriber = { subject, tell };
      subscribers.add(subscriber);
      return () => void subscribers.delete(subscriber);
    },
    size: () => subscribers.size,
    stop: () => listener.stop(),
  };
}
