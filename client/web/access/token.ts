import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits in base64url (43 characters): for a session's cookie or a feed's address. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** SHA-256 in hexadecimal. Only this is stored, so a copy of the database opens nothing. */
export const tokenHash = (token: string): string =>
  createHash('sha256').update(token).digest('hex');
