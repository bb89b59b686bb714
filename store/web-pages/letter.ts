/** One letter or slip, as it was prepared or edited. */
import type { DeliveryState } from '../../domain/delivery/delivery.ts';
import type { MessageKind, Slot } from '../../domain/plan/policy.ts';
import type { DocumentText } from '../../domain/texts/facts.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Db } from '../db/transaction.ts';

export type Letter = {
  readonly delivery: string;
  readonly kind: MessageKind;
  readonly channel: 'letter' | 'slip';
  readonly slot: Slot;
  readonly state: DeliveryState;
  readonly person: string | null;
  readonly at: Instant;
  readonly document: DocumentText;
};

/** @param reference SHA-256 of the delivery's key in hexadecimal */
export async function findLetter(
  db: Db,
  obligation: string,
  reference: string,
): Promise<Letter | null> {
  const { rows } = await db.query<Letter>(
    `select key as delivery, kind, channel, slot, state, person, at, content as document from delivery
      where obligation = $1 and channel in ('letter', 'slip') and content is not null
        and encode(sha256(convert_to(key, 'UTF8')), 'hex') = $2`,
    [obligation, reference],
  );
  return rows[0] ?? null;
}
