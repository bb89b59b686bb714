/** The hidden fields by which a form says which command it is and what its page had shown. */
import { randomUUID } from 'node:crypto';

/** Drawn with the form, so that a form sent twice is done once. */
export const idOf = (sent: unknown): string =>
  typeof sent === 'string' && sent !== '' ? sent : randomUUID();

/** The newest entry that the form's page knew of; a form that does not say has seen nothing. */
export const seenOf = (sent: unknown): number =>
  typeof sent === 'string' && /^\d{1,15}$/.test(sent) ? Number(sent) : 0;

/** Where the id is also the key of a row, which has to be a UUID. */
export const uuidOf = (sent: unknown): string =>
  typeof sent === 'string' && UUID.test(sent) ? sent : randomUUID();

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
