/** Receipts as a provider with an HTTP interface, or the sandbox, pushes them: a list of entries, in our own form. */
import { z } from 'zod';
import { knownCode, knownReference, type ReceiptForm } from '../receipt-form.ts';

const Entry = z.object({
  /** As sent in `{key}`. */
  key: z.string().nullish(),
  /** As found by `idPath` in the answer to sending. */
  id: z.union([z.string(), z.number()]).transform(String).nullish(),
  outcome: z.enum(['delivered', 'undelivered']),
  code: z.string().nullish(),
  at: z.iso.datetime({ offset: true }).nullish(),
});

export const HTTP_RECEIPTS: ReceiptForm = {
  entries: (said) => (Array.isArray(said) ? said : null),
  receipt(entry) {
    const read = Entry.safeParse(entry);
    if (!read.success) return null;
    const { key, id, outcome, code, at } = read.data;
    return {
      channel: 'sms',
      key: knownReference(key),
      providerId: id ?? null,
      outcome,
      code: knownCode(code),
      at: at ? new Date(at) : null,
    };
  },
  accepted: JSON.stringify({ code: 0 }),
};
