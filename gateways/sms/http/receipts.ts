/** What became of an SMS, as a provider of one's own (or the sandbox) pushes it: a list of entries, in our own form. */
import { z } from 'zod';
import type { ReceiptForm } from '../receipt-form.ts';
import { knownCode, knownReference } from '../receipt-form.ts';

const Entry = z.object({
  /** What was sent as `{key}`. */
  key: z.string().nullish(),
  /** What `idPath` found in the answer to the sending. */
  id: z.union([z.string(), z.number()]).transform(String).nullish(),
  outcome: z.enum(['delivered', 'undelivered']),
  code: z.string().nullish(),
  at: z.iso.datetime({ offset: true }).nullish(),
});

export const HTTP_RECEIPTS: ReceiptForm = {
  entries: (said) => (Array.isArray(said) ? said : null),
  report(entry) {
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
