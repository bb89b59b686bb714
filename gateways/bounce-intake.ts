/** One bounce, from its bytes to what the record is told. The same for the door and for a file. */

import type { DeliveryReceipt } from '../domain/delivery/delivery-receipt.ts';
import { readBounce } from './mail/bounce.ts';

/** A message of ours that a bounce is about. */
type BouncedMessage = {
  readonly key: string;
  readonly reference: string;
  readonly providerId: string | null;
};

type BounceNote = {
  /** The message's key. */
  readonly message: string;
  readonly verdict: 'not now' | 'unclear';
  readonly code: string | null;
};

/** What the record does with a bounce; made by whoever opens the door. */
export type BounceRecord = {
  /** By the beginning of a message's reference; null when there is no such message, as for sign-in codes. */
  find(beginning: string): Promise<BouncedMessage | null>;
  /** Resolves when the report, and what it says of the address, are in the record. */
  take(report: DeliveryReceipt, verdict: 'undelivered' | 'not now'): Promise<void>;
  /** What changes nothing yet, for people to see. */
  note(bounce: BounceNote): Promise<void>;
};

export type Taken = 'undelivered' | 'not now' | 'unclear' | 'none' | 'unknown message';

/** @param beginning of the reference, from a signed address */
export async function takeBounce(
  record: BounceRecord,
  beginning: string,
  mail: { readonly raw: Buffer; readonly sender: string },
): Promise<Taken> {
  const { verdict, isFinal, code, at } = await readBounce(mail.raw, mail.sender);
  if (verdict === 'none') return 'none';
  const message = await record.find(beginning);
  if (message === null) return 'unknown message';
  const { key, reference, providerId } = message;
  if (isFinal && verdict !== 'unclear') {
    // Also of a mailbox that is full: the address is good, and yet nobody has read this mail.
    const report = {
      channel: 'email',
      key: reference,
      providerId,
      outcome: 'undelivered',
    } as const;
    await record.take({ ...report, code, at }, verdict);
    return verdict;
  }
  const noted = verdict === 'undelivered' ? 'not now' : verdict;
  await record.note({ message: key, verdict: noted, code });
  return noted;
}
