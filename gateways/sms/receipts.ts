/**
 * Receipts that an SMS provider pushes to us. Pure: takes the parts of a request, returns receipts and the answer. No
 * provider signs what it pushes, so the last part of the address is a secret. The same receipt may come twice.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { DeliveryReceipt } from '../../domain/delivery/delivery-receipt.ts';
import { parsedJson } from '../http.ts';
import { providerOf, type SmsSettings } from './providers.ts';

export type ReceiptRequest = {
  readonly method: string;
  /** The last part of the address, which must be the settings' `receiptsSecret`. */
  readonly secret: string;
  readonly body: string;
};

export type Received = {
  readonly receipts: readonly DeliveryReceipt[];
  /** How many entries could not be read. The answer accepts them: pushing them again would not help. */
  readonly unread: number;
  readonly answer: { readonly status: number; readonly type: string; readonly body: string };
};

export function receiveReceipts(request: ReceiptRequest, settings: SmsSettings): Received {
  const form = providerOf(settings).receipts;
  const { receiptsSecret: secret } = settings;
  // The same answer as for an address that does not exist.
  if (secret === undefined || !isSame(request.secret, secret)) return refusal(404);
  if (request.method !== 'POST') return refusal(405);
  const entries = form.entries(parsedJson(request.body));
  if (entries === null) return refusal(400);
  const receipts = entries.flatMap((entry) => form.receipt(entry) ?? []);
  return {
    receipts,
    unread: entries.length - receipts.length,
    answer: { status: 200, type: 'application/json; charset=utf-8', body: form.accepted },
  };
}

const refusal = (status: number): Received => ({
  receipts: [],
  unread: 0,
  answer: { status, type: 'text/plain; charset=utf-8', body: '' },
});

/** Compares digests, which have one length, so that the time is the same for every guess. */
const isSame = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
