/** What another program may have put into the same field of the same account is no reference of ours. */
export const knownReference = (text: string | null | undefined): string | null =>
  text && /^[0-9a-f]{64}$/.test(text) ? text : null;
