/** Receipts as the platform pushes them: one in a request, or a list. */
import { z } from 'zod';
import { knownCode, momentInChina, type ReceiptForm } from '../receipt-form.ts';

const text = z.string().nullish();

const StatusReport = z.object({
  reportStatus: z.string(),
  errorCode: text,
  msgGroup: text,
  receiveDate: text,
});

/** Two generations of the platform write success differently. */
const DELIVERED = ['DELIVRD', 'CM:0000'];

export const YUNMAS_RECEIPTS: ReceiptForm = {
  entries(said) {
    if (Array.isArray(said)) return said;
    return typeof said === 'object' && said !== null ? [said] : null;
  },
  receipt(entry) {
    const read = StatusReport.safeParse(entry);
    if (!read.success) return null;
    const { reportStatus, errorCode, msgGroup, receiveDate } = read.data;
    const isDelivered = DELIVERED.includes(reportStatus);
    return {
      channel: 'sms',
      key: null,
      providerId: msgGroup ?? null,
      outcome: isDelivered ? 'delivered' : 'undelivered',
      code: knownCode(isDelivered ? reportStatus : errorCode || reportStatus),
      at: momentInChina(receiveDate),
    };
  },
  accepted: '',
};
