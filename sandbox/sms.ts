import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { openNumberedFiles } from './numbered-files.ts';

export const IncomingSms = z.object({
  to: z.string().min(1),
  text: z.string().min(1),
  /** The sender's reference: the same key twice is the same SMS. */
  key: z.string().min(1),
  /** The moment of sending in plan time; may be empty. */
  date: z.union([z.iso.datetime(), z.literal('')]).default(''),
});
export type IncomingSms = z.infer<typeof IncomingSms>;

export type KeptSms = IncomingSms & {
  readonly seq: number;
  readonly id: string;
  /** This machine's clock. */
  readonly receivedAt: string;
  /** When the same key came again; such a repetition is not delivered. */
  readonly repeated: readonly string[];
};
export type SmsStore = {
  keep(sms: IncomingSms): Promise<KeptSms>;
  /** Newest first; `to` is a part of the number. */
  list(to?: string): readonly KeptSms[];
  find(seq: number): KeptSms | undefined;
};

/** SMS as `.json` files, all of them in memory as well: they are small. */
export async function openSmsStore(dir: string): Promise<SmsStore> {
  const files = await openNumberedFiles(dir, 'json');
  const kept = new Map<number, KeptSms>();
  for (const seq of files.numbers()) kept.set(seq, JSON.parse(String(await files.read(seq))));

  const first = async (sms: IncomingSms): Promise<KeptSms> => {
    const receivedAt = new Date().toISOString();
    const record = (seq: number) => ({
      ...sms,
      seq,
      id: `sandbox-${seq}`,
      receivedAt,
      repeated: [],
    });
    const seq = await files.add((number) => JSON.stringify(record(number), null, 2));
    kept.set(seq, record(seq));
    return record(seq);
  };
  const again = async (earlier: KeptSms): Promise<KeptSms> => {
    const record = { ...earlier, repeated: [...earlier.repeated, new Date().toISOString()] };
    await files.replace(earlier.seq, JSON.stringify(record, null, 2));
    kept.set(earlier.seq, record);
    return record;
  };
  // One after the other: of two attempts at the same moment the second must see the first.
  let turn: Promise<unknown> = Promise.resolve();

  return {
    keep(sms) {
      const mine = turn.then(() => {
        const earlier = [...kept.values()].find(({ key }) => key === sms.key);
        return earlier ? again(earlier) : first(sms);
      });
      turn = mine.catch(() => undefined);
      return mine;
    },
    list: (to = '') =>
      [...kept.values()]
        .filter((sms) => sms.to.includes(to.trim()))
        .toSorted((a, b) => b.seq - a.seq),
    find: (seq) => kept.get(seq),
  };
}

/** What a real provider does after it has taken an SMS: says whether it arrived, and says it again when nobody answers. */
type Receipt = {
  readonly key: string;
  readonly id: string;
  readonly outcome: 'delivered' | 'undelivered';
};

export type Receipts = { push(receipt: Receipt): void; stop(): void };

/** A telephone takes some seconds; then as providers do, a few times and no more. */
const AFTER_MS = [3_000, 5_000, 20_000, 60_000];

/**
 * @param url where to push to; nothing is pushed without one
 * @param afterMs how long before each attempt
 */
export function createReceipts(
  url: string | undefined,
  afterMs: readonly number[] = AFTER_MS,
): Receipts {
  const stopping = new AbortController();
  const { signal } = stopping;
  const push = async (receipt: Receipt) => {
    if (url === undefined) return;
    const body = JSON.stringify([{ ...receipt, code: CODE[receipt.outcome] }]);
    const headers = { 'Content-Type': 'application/json' };
    for (const wait of afterMs) {
      await sleep(wait, undefined, { signal, ref: false });
      const answer = await fetch(url, { method: 'POST', headers, body, signal }).catch(() => null);
      if (answer?.ok) return;
    }
  };
  return {
    // Nobody waits for it: what is not pushed in the end, the other side has to ask for.
    push: (receipt) => void push(receipt).catch(() => {}),
    stop: () => stopping.abort(),
  };
}

/** As Chinese carriers write them: delivered, and 空号 (no such number). */
const CODE = { delivered: 'DELIVRD', undelivered: 'MK:0001' } as const;
