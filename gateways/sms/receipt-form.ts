import type { DeliveryReceipt } from '../../domain/delivery/delivery-receipt.ts';
import { instant } from '../../domain/time/time.ts';
import { localMoment, zone } from '../../domain/time/zone.ts';
import { isCode } from '../http.ts';

/** How one provider writes the reports it pushes, and what it expects to hear so as not to push them again. */
export type ReceiptForm = {
  /** The entries of the parsed body; null when it is no such thing. */
  readonly entries: (said: unknown) => readonly unknown[] | null;
  /** Null for an entry that cannot be read. */
  readonly report: (entry: unknown) => DeliveryReceipt | null;
  readonly accepted: string;
};

/** Fields of a provider's report, where another program of the same account or a chatty provider may have put anything. */

/** What is no reference of ours is nobody's. */
export const knownReference = (text: string | null | undefined): string | null =>
  text && /^[0-9a-f]{64}$/.test(text) ? text : null;

export const knownCode = (text: string | null | undefined): string | null =>
  text && isCode(text) ? text : null;

/** The providers write local times without a zone, and mean China's wherever their servers or ours stand. */
const CHINA = zone('Asia/Shanghai');

/** `2018-07-17 10:30:00` or `20180717103000`; null for anything else, and for nothing. */
export function momentInChina(text: string | null | undefined): Date | null {
  const at = text ? localMoment(text.trim(), CHINA.name) : null;
  return at === null ? null : new Date(at);
}

/** `2018-07-17` */
export const chinaDate = (at: Date): string => CHINA.dayOf(instant(at.getTime()));
