import type { DeliveryReceipt } from '../../domain/delivery/delivery-receipt.ts';

/** How one provider writes the reports it pushes, and what it expects to hear so as not to push them again. */
export type ReceiptForm = {
  /** The entries of the parsed body; null when it is no such thing. */
  readonly entries: (said: unknown) => readonly unknown[] | null;
  /** Null for an entry that cannot be read. */
  readonly report: (entry: unknown) => DeliveryReceipt | null;
  readonly accepted: string;
};
