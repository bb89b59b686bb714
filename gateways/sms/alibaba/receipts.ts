/** Receipts: pushed as SmsReport (help.aliyun.com, HTTP 批量推送), or asked for by QuerySendDetails. */
import { z } from 'zod';
import type { DeliveryReceipt } from '../../../domain/delivery/delivery-receipt.ts';
import {
  chinaDate,
  knownCode,
  knownReference,
  momentInChina,
  type ReceiptForm,
} from '../receipt-form.ts';

const text = z.union([z.string(), z.number()]).transform(String).nullish();

const SmsReport = z.object({
  success: z.union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')]),
  biz_id: text,
  out_id: text,
  err_code: text,
  report_time: text,
});

/** Alibaba Cloud pushes again after 1, 5 and 10 minutes, then gives up. */
export const ALIBABA_RECEIPTS: ReceiptForm = {
  entries: (said) => (Array.isArray(said) ? said : null),
  receipt(entry) {
    const read = SmsReport.safeParse(entry);
    if (!read.success) return null;
    const { success, biz_id, out_id, err_code, report_time } = read.data;
    return {
      channel: 'sms',
      key: knownReference(out_id),
      providerId: biz_id ?? null,
      outcome: success ? 'delivered' : 'undelivered',
      code: knownCode(err_code),
      at: momentInChina(report_time),
    };
  },
  accepted: JSON.stringify({ code: 0, msg: '接收成功' }),
};

/** `SendStatus`: 1 waits for the carrier, 2 failed, 3 arrived. */
const Detail = z.object({
  SendStatus: z.coerce.number(),
  OutId: text,
  ErrCode: text,
  ReceiveDate: text,
});

/** Empty while the carrier has not answered. */
export function receiptOfDetail(detail: unknown, providerId: string): DeliveryReceipt[] {
  const read = Detail.safeParse(detail);
  if (!read.success || ![2, 3].includes(read.data.SendStatus)) return [];
  const { SendStatus, OutId, ErrCode, ReceiveDate } = read.data;
  return [
    {
      channel: 'sms',
      key: knownReference(OutId),
      providerId,
      outcome: SendStatus === 3 ? 'delivered' : 'undelivered',
      code: knownCode(ErrCode),
      at: momentInChina(ReceiveDate),
    },
  ];
}

/** `yyyyMMdd`, as QuerySendDetails wants the day of sending. */
export const dayInChina = (at: Date): string => chinaDate(at).replaceAll('-', '');
