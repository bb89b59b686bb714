import type { DeliveryReceipt } from '../../domain/delivery/delivery-receipt.ts';
import { instant } from '../../domain/time/time.ts';
import { localMoment, zone } from '../../domain/time/zone.ts';
import { isCode } from '../http.ts';

/** How one provider writes the receipts it pushes, and the answer that stops it from pushing them again. */
export type ReceiptForm = {
  /** The entries of the parsed body; null when it is not a body of receipts. */
  readonly entries: (said: unknown) => readonly unknown[] | null;
  /** Null for an entry that cannot be read. */
  readonly receipt: (entry: unknown) => DeliveryReceipt | null;
  readonly accepted: string;
};

/** Ignores references that we did not issue: other programs may use the same account. */
export const knownReference = (text: string | null | undefined): string | null =>
  text && /^[0-9a-f]{64}$/.test(text) ? text : null;

/** Ignores sentences: one could repeat the phone number. */
export const knownCode = (text: string | null | undefined): string | null =>
  text && isCode(text) ? text : null;

/** Providers write local times without a zone and mean China's. */
const CHINA = zone('Asia/Shanghai');

/** From `2018-07-17 10:30:00` or `20180717103000`; null for anything else. */
export function momentInChina(text: string | null | undefined): Date | null {
  const at = text ? localMoment(text.trim(), CHINA.name) : null;
  return at === null ? null : new Date(at);
}

/** `2018-07-17` */
export const chinaDate = (at: Date): string => CHINA.dayOf(instant(at.getTime()));
