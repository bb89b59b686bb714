/** A short number 编号 for a delivery, to read out or type instead of its long key. */
import { createHash } from 'node:crypto';

/** Six characters, the same for the same key always. */
export const shortNumber = (key: string): string =>
  createHash('sha256').update(key).digest('hex').slice(0, 6);
