import { createHash } from 'node:crypto';

/**
 * A message's key as other systems see it: 64 hexadecimal characters, the same on every attempt. The key itself holds
 * an address and may hold Chinese, and neither belongs in a Message-ID or in a provider's reference field.
 */
export const reference = (key: string): string => createHash('sha256').update(key).digest('hex');
