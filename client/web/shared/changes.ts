/** Tells open pages that something was recorded: one connection to the database for all of them. */
import { listenTo } from '../../../store/db/pool.ts';
import { RECORD_CHANNEL } from '../../../store/read/trail.ts';

export type Changes = {
  /** @returns what ends it */
  subscribe(subject: string, tell: () => void): () => void;
  /** Pages that listen just now. */
  readonly size: () => number;
  stop(): Promise<void>;
};

export function openChanges(databaseUrl: string): Changes {
  const subscribers = new Set<{ readonly subject: string; readonly tell: () => void }>();
  const listener = listenTo(databaseUrl, RECORD_CHANNEL, (recorded) => {
    for (const { subject, tell } of subscribers) {
      // Without a subject the connection was made anew, and anything may have been missed.
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
