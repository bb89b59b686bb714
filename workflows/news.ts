/** What a year or round has been told: only that there is something new, never what. */
import { setHandler } from '@temporalio/workflow';
import { changed } from './messages.ts';

export type News = {
  isBeyond(look: { readonly rev: number }): boolean;
  /** Runs the look; what it saw counts as heard. */
  seenBy<T extends { readonly rev: number }>(look: () => Promise<T>): Promise<T>;
};

export function listen(): News {
  let heard = 0;
  setHandler(changed, (rev) => {
    heard = Math.max(heard, rev);
  });
  return {
    isBeyond: ({ rev }) => heard > rev,
    async seenBy(look) {
      const upTo = heard;
      const seen = await look();
      // After a restore the database may be behind what was signalled; that must not make it look forever.
      if (heard === upTo) heard = seen.rev;
      return seen;
    },
  };
}
