/** Fields of a provider's report, where another program of the same account or a chatty provider may have put anything. */
import { isCode } from './answer.ts';

/** What is no reference of ours is nobody's. */
export const knownReference = (text: string | null | undefined): string | null =>
  text && /^[0-9a-f]{64}$/.test(text) ? text : null;

export const knownCode = (text: string | null | undefined): string | null =>
  text && isCode(text) ? text : null;
