import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits in base64url (43 characters): for a session's cookie or a feed's address. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** SHA-256 in hexadecimal. The database keeps only this, so its rows open nothing. */
export const tokenHash = (token: string): string =>
  createHash('sha256').update(token).digest('hex');
