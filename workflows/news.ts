/** What a year or a round has been told: that there is something new to see, never what. */
import { setHandler } from '@temporalio/workflow';
import { changed } from './messages.ts';

export type News = {
  isBeyond(look: { readonly rev: number }): boolean;
  /** Looks, and has heard of nothing beyond what was seen. */
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
      // A database restored to an earlier state is behind what was signalled; that is no reason to look for ever.
      if (heard === upTo) heard = seen.rev;
      return seen;
    },
  };
}
