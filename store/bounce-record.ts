/** What a bounce changes in the record (gateways/bounce-intake.ts says when). */
import type { Now } from '../domain/time.ts';
import { findByReference, markBounced } from './bounced-addresses.ts';
import type { Pool } from './pool.ts';

export const bounceRecord = (pool: Pool, now: Now) => ({
  find: (beginning: string) => findByReference(pool, beginning),

  /** Instants of the record are plan time, so the report's own does not serve. */
  async take({ key, code }: { readonly key: string | null; readonly code: string | null }) {
    const found = key === null ? null : await findByReference(pool, key);
    if (found === null) return;
    const { key: message } = found;
    await markBounced(pool, { message, verdict: 'undelivered', code, at: await now() });
  },

  async note(bounce: {
    readonly message: string;
    readonly verdict: 'not now' | 'unclear';
    readonly code: string | null;
  }): Promise<void> {
    await markBounced(pool, { ...bounce, at: await now() });
  },
});
