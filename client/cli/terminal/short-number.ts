/** A short number 编号 that people use instead of a delivery's long key. */
import { createHash } from 'node:crypto';

/** Six hexadecimal characters that depend on the key only; two keys may share one. */
export const shortNumber = (key: string): string =>
  createHash('sha256').update(key).digest('hex').slice(0, 6);
