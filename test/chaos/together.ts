import { setMaxListeners } from 'node:events';

/**
 * Waits for all. When one fails the others are called off, and have ended, before the failure goes on: nothing is started
 * any more while everything is being stopped.
 */
export async function together<T extends readonly unknown[]>(
  outer: AbortSignal,
  begin: (ending: AbortSignal) => { readonly [K in keyof T]: Promise<T[K]> },
): Promise<T> {
  const failed = new AbortController();
  const ending = AbortSignal.any([outer, failed.signal]);
  // One listener for each person who waits.
  setMaxListeners(0, ending);
  const all = begin(ending);
  try {
    return (await Promise.all(all)) as unknown as T;
  } catch (error) {
    failed.abort();
    await Promise.allSettled(all);
    throw error;
  }
}
