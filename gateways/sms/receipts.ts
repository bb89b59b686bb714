/**
 * Delivery reports that a provider pushes to us. Pure: the parts of a request in, reports and the answer out. None of
 * the providers signs what it pushes, so the last part of the address is a secret. Reports are facts that may come twice.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { DeliveryReceipt } from '../../domain/delivery/delivery-receipt.ts';
import { parsedJson } from '../http.ts';
import { ALIBABA_RECEIPTS } from './alibaba/receipts.ts';
import { HTTP_RECEIPTS } from './http/receipts.ts';
import type { ReceiptForm } from './receipt-form.ts';
import type { SmsSettings } from './settings.ts';
import { TENCENT_RECEIPTS } from './tencent/receipts.ts';
import { YUNMAS_RECEIPTS } from './yunmas/receipts.ts';

export type ReceiptRequest = {
  readonly method: string;
  /** The last part of the address, which must be the settings' `receiptsSecret`. */
  readonly secret: string;
  readonly body: string;
};

export type Received = {
  readonly reports: readonly DeliveryReceipt[];
  /** Entries that could not be read; pushing them again would not help, so the answer does not ask for it. */
  readonly unread: number;
  readonly answer: { readonly status: number; readonly type: string; readonly body: string };
};

export function receiveReceipts(request: ReceiptRequest, settings: SmsSettings): Received {
  const form = FORMS[settings.provider];
  const { receiptsSecret: secret } = settings;
  // As if nothing were here: whoever tries addresses learns nothing.
  if (secret === undefined || !isSame(request.secret, secret)) return refusal(404);
  if (request.method !== 'POST') return refusal(405);
  const entries = form.entries(parsedJson(request.body));
  if (entries === null) return refusal(400);
  const reports = entries.flatMap((entry) => form.report(entry) ?? []);
  return {
    reports,
    unread: entries.length - reports.length,
    answer: { status: 200, type: 'application/json; charset=utf-8', body: form.accepted },
  };
}

const FORMS: Readonly<Record<SmsSettings['provider'], ReceiptForm>> = {
  alibaba: ALIBABA_RECEIPTS,
  tencent: TENCENT_RECEIPTS,
  yunmas: YUNMAS_RECEIPTS,
  http: HTTP_RECEIPTS,
};

const refusal = (status: number): Received => ({
  reports: [],
  unread: 0,
  answer: { status, type: 'text/plain; charset=utf-8', body: '' },
});

/** Digests are of one length, so that comparing takes the same time for every guess. */
const isSame = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
