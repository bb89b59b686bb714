/** Receipts: pushed (cloud.tencent.com/document/product/382/43547), or pulled for one number. */
import { z } from 'zod';
import type { DeliveryReceipt } from '../../../domain/delivery/delivery-receipt.ts';
import { knownCode, knownReference, momentInChina, type ReceiptForm } from '../receipt-form.ts';

const status = z.enum(['SUCCESS', 'FAIL']);
const text = z.string().nullish();

const Pushed = z.object({
  report_status: status,
  sid: text,
  errmsg: text,
  user_receive_time: text,
});

/** A push names the number and the provider's id. Its documented fields do not include our reference. */
export const TENCENT_RECEIPTS: ReceiptForm = {
  entries: (said) => (Array.isArray(said) ? said : null),
  receipt(entry) {
    const read = Pushed.safeParse(entry);
    if (!read.success) return null;
    return {
      channel: 'sms',
      key: null,
      providerId: read.data.sid ?? null,
      outcome: outcomeOf(read.data.report_status),
      code: knownCode(read.data.errmsg),
      at: momentInChina(read.data.user_receive_time),
    };
  },
  accepted: JSON.stringify({ result: 0, errmsg: 'OK' }),
};

const Pulled = z.object({
  ReportStatus: status,
  SerialNo: z.string(),
  SessionContext: text,
  Description: text,
  /** Seconds. */
  UserReceiveTime: z.number().nullish(),
});

/** Empty for other messages to the same number, and while the carrier has not answered. */
export function receiptOfPulled(pulled: unknown, providerId: string): DeliveryReceipt[] {
  const read = Pulled.safeParse(pulled);
  if (!read.success || read.data.SerialNo !== providerId) return [];
  const { ReportStatus, SessionContext, Description, UserReceiveTime } = read.data;
  return [
    {
      channel: 'sms',
      key: knownReference(SessionContext),
      providerId,
      outcome: outcomeOf(ReportStatus),
      code: knownCode(Description),
      at: UserReceiveTime ? new Date(UserReceiveTime * 1000) : null,
    },
  ];
}

const outcomeOf = (word: z.infer<typeof status>): DeliveryReceipt['outcome'] =>
  word === 'SUCCESS' ? 'delivered' : 'undelivered';
